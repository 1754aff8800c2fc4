import type { Language } from '../core/failure';
import type { BlockChange, ChangeKind } from '../diff';

type Fate = ChangeKind | 'moved' | 'retyped';

const words: Readonly<Record<Language, Readonly<Record<Fate, string>>>> = {
  nb: {
    unchanged: 'uendret',
    reworded: 'omskrevet',
    split: 'delt',
    joined: 'slått sammen',
    inserted: 'nytt',
    deleted: 'strøket',
    moved: 'flyttet',
    retyped: 'endret type',
  },
  nn: {
    unchanged: 'uendra',
    reworded: 'omskrive',
    split: 'delt',
    joined: 'slått saman',
    inserted: 'nytt',
    deleted: 'strøke',
    moved: 'flytta',
    retyped: 'endra type',
  },
  en: {
    unchanged: 'unchanged',
    reworded: 'reworded',
    split: 'split',
    joined: 'joined',
    inserted: 'new',
    deleted: 'struck',
    moved: 'moved',
    retyped: 'changed form',
  },
};

/** What became of a block, in words: «omskrevet og flyttet». */
export function describeFate(
  { kind, moved, retyped }: Pick<BlockChange, 'kind' | 'moved' | 'retyped'>,
  language: Language,
): string {
  const fates: Fate[] = [
    ...(kind === 'unchanged' && (moved || retyped) ? [] : [kind]),
    ...(moved ? (['moved'] as const) : []),
    ...(retyped ? (['retyped'] as const) : []),
  ];
  return fates.map((fate) => words[language][fate]).join(', ');
}
