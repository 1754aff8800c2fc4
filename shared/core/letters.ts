const letterOrDigit = /[\p{L}\p{N}]/u;

/** Whether anything of a text would be read aloud: it is not white space and marks alone. */
export const hasLetterOrDigit = (text: string): boolean => letterOrDigit.test(text);
