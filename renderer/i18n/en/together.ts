import { listedIn } from '../listed';
import { asSentence, type together as nb } from '../nb/together';

const listed = listedIn('en');

export const together: typeof nb = {
  lockTitle: (chapter) => `Lock ${chapter}`,
  lockIntro:
    'Only you and those you tick can write in the chapter until it is opened again. Everyone else can read, comment and suggest other words.',
  lockReason: 'Who locks it, and why',
  lockReasonHint: 'For example: The expert committee finishes it by Friday.',
  lockPeople: 'These can write too',
  lock: 'Lock the chapter',
  lockChapter: (chapter) => `Lock chapter ${chapter}`,
  open: (chapter) => `Open chapter ${chapter} for all`,
  you: 'you',
  someone: 'someone',
  lockedShort: (name) => `Locked by ${name}`,
  locked: (name, reason) => (reason === '' ? `Locked by ${name}` : `Locked by ${name}: ${reason}`),
  keptOut: (name, reason) =>
    `The chapter is locked by ${name}. ${asSentence(reason)}Ask ${name} to open it, or write a comment or a suggestion.`,
  overruled: (name, chapter) => `${name} has locked “${chapter}” too. That lock stands, and yours is gone.`,
  writesShort: (names) => (names.length === 1 ? `${names[0]} writes` : `${names.length} write`),
  writes: (names) => `${listed(names)} ${names.length === 1 ? 'is' : 'are'} writing here`,
  came: (name) => `${name} has come in.`,
  left: (name) => `${name} has left.`,
  commented: (name) => `New comment by ${name}.`,
  areHere: (names) => `${listed(names)} ${names.length === 1 ? 'is' : 'are'} here`,
  follow: (name) => `Follow ${name}`,
  followAnother: 'Follow one of the others',
  following: (name) => `You follow ${name}.`,
  isInView: (name, view) => `${name} is looking at “${view}”.`,
  stopFollowing: 'Stop (Esc)',
};
