/** What a committee has agreed on about one chapter while it is drafted. No part of the text. */
export interface ChapterPlan {
  /** The committee or person who sees to the chapter, as they are called. */
  readonly responsible: string | null;
  /** The day it shall be ready, `YYYY-MM-DD`. */
  readonly due: string | null;
  /** How many words it should have, about. */
  readonly wordTarget: number | null;
}

export const noPlan: ChapterPlan = { responsible: null, due: null, wordTarget: null };

const LONGEST_NAME = 120;
const MOST_WORDS = 1_000_000;

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/u.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12 || day < 1)
    return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day <= days;
}

/** Reads a plan totally: what makes no sense in a field is as if it were not there. */
export function planFrom(fields: Readonly<Partial<Record<keyof ChapterPlan, unknown>>>): ChapterPlan {
  const { responsible, due, wordTarget } = fields;
  const name = typeof responsible === 'string' ? responsible.trim().slice(0, LONGEST_NAME) : '';
  const isCount = Number.isSafeInteger(wordTarget) && Number(wordTarget) > 0 && Number(wordTarget) <= MOST_WORDS;
  return {
    responsible: name === '' ? null : name,
    due: typeof due === 'string' && isDay(due) ? due : null,
    wordTarget: isCount ? Number(wordTarget) : null,
  };
}

/** What is other in a plan than it was when somebody began to change it: the rest is for others to change meanwhile. */
export function planChanges(before: ChapterPlan, after: ChapterPlan): Partial<ChapterPlan> {
  return {
    ...(after.responsible !== before.responsible && { responsible: after.responsible }),
    ...(after.due !== before.due && { due: after.due }),
    ...(after.wordTarget !== before.wordTarget && { wordTarget: after.wordTarget }),
  };
}
