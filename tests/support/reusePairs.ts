import { sha256Hex } from '#shared/core/hash';
import { countingIds } from '#shared/core/sources';
import type { Block } from '#shared/domain/block';
import { sentencesOf } from '#shared/domain/sentences';
import { importDocument } from '#shared/import';
import { findReuse } from '#shared/reuse';
import { sharedMaterial } from './sharedMaterial';

/**
 * True reuse between two texts of the material beside the repository: the programme `000` and the hearing answer `002`. Found by reading: for
 * every sentence of the programme the sentences of the answer that share beginnings of words with it were read, and judged by a person.
 * A sentence is named by the line of the file that its block begins in and its ordinal in the block; its words are not here.
 */
type Name = `${number}#${number}`;

/** Made from it, beyond doubt: the programme's sentence → those of the answer. */
const certain: Readonly<Record<Name, readonly Name[]>> = {
  '17#2': ['38#0'],
  '17#3': ['38#1'],
  '28#1': ['44#0'],
  '28#3': ['56#0'],
  '28#4': ['972#0'],
  '28#5': ['972#1'],
  '28#6': ['1034#2'],
  '32#0': ['537#1', '537#2', '118#0'],
  '35#0': ['329#7'],
  '35#1': ['209#0'],
  '37#0': ['142#2'],
  '42#0': ['108#0'],
  '49#0': ['110#0'],
  '56#0': ['478#0'],
  '56#1': ['478#1'],
  '56#2': ['1080#0'],
  '56#3': ['1080#1'],
  '56#4': ['1080#2'],
  '56#5': ['1080#3'],
  '56#6': ['1076#0'],
  '66#0': ['1076#1'],
  '67#0': ['464#4'],
  '76#0': ['1080#1'],
  '103#0': ['890#0'],
  '103#1': ['890#1'],
  '104#0': ['900#1'],
  '104#1': ['900#0'],
  '108#0': ['881#0', '890#2'],
  '141#0': ['967#0'],
  '141#1': ['990#5'],
  '156#3': ['75#0'],
  '160#0': ['209#0'],
  '161#0': ['1080#1'],
};

/** The same thought in other words, or a part of it: either answer is right, and neither is counted. */
const possible: Readonly<Record<Name, readonly Name[]>> = {
  '21#0': ['38#0'],
  '28#0': ['44#0'],
  '33#0': ['858#0', '858#1'],
  '34#0': ['616#0', '665#1'],
  '50#0': ['1127#0', '1136#1'],
  '56#2': ['1071#0'],
  '56#3': ['776#0'],
  '56#5': ['1092#0'],
  '77#0': ['653#5'],
  '80#0': ['779#2'],
  '95#0': ['1127#0', '1141#0'],
  '96#0': ['858#0'],
  '110#0': ['927#4'],
  '124#0': ['516#0'],
  '137#1': ['63#0'],
  '148#0': ['513#0'],
  '161#0': ['776#0'],
  '163#0': ['1072#0'],
};

/** SHA-256, first 16 digits, of the named sentences' words put together in order: other files are not what was read. */
const fingerprint = '640437cc2582cdf9';

interface Text {
  readonly blocks: readonly Block[];
  readonly nameOf: (block: number, start: number) => string;
  readonly sentences: ReadonlyMap<string, string>;
}

function open(name: string): Text | null {
  const bytes = sharedMaterial(`seeds/${name}`);
  const document = bytes && importDocument({ name, bytes }, countingIds(`${name}-`));
  if (!document?.ok) return null;
  const { blocks } = document.value;
  const sentences = new Map<string, string>();
  const names = new Map<string, string>();
  blocks.forEach(({ block, source }, index) => {
    sentencesOf(block.text).forEach(({ start, end }, ordinal) => {
      const sentence = `${source?.fromLine ?? 0}#${ordinal}`;
      sentences.set(sentence, block.text.slice(start, end));
      names.set(`${index}+${start}`, sentence);
    });
  });
  return {
    blocks: blocks.map(({ block }) => block),
    nameOf: (block, start) => names.get(`${block}+${start}`) ?? '',
    sentences,
  };
}

export interface ReuseQuality {
  /** Of the origins told, those that are certain; possible ones are not counted. */
  readonly precision: number;
  /** Of the programme's sentences that certainly have an origin, those whose best told one is it. */
  readonly recall: number;
  /** Pairs told that nobody would tell. */
  readonly wrong: readonly string[];
  /** Sentences whose origin was not told. */
  readonly missed: readonly string[];
  readonly isSameMaterial: boolean;
}

/** `null` where the material is missing. */
export function reuseQuality(): ReuseQuality | null {
  const programme = open('000_d3fc95b251bbff35.txt');
  const answer = open('002_3184e2015275f363.txt');
  if (programme === null || answer === null) return null;
  const told = findReuse([answer.blocks], programme.blocks).map(({ current, origin }) => ({
    current: programme.nameOf(current.block, current.rangeInText.start),
    origin: answer.nameOf(origin.block, origin.rangeInText.start),
  }));
  const has = (pairs: Readonly<Record<string, readonly string[]>>, pair: (typeof told)[number]): boolean =>
    pairs[pair.current]?.includes(pair.origin) === true;
  const counted = told.filter((pair) => !has(possible, pair));
  const wrong = counted.filter((pair) => !has(certain, pair));
  const wanted = Object.keys(certain);
  const missed = wanted.filter((name) => {
    const best = told.find(({ current }) => current === name);
    return best === undefined || !has(certain, best);
  });
  const read = [
    ...wanted.map((name) => programme.sentences.get(name) ?? ''),
    ...Object.values(certain).flatMap((names) => names.map((name) => answer.sentences.get(name) ?? '')),
  ];
  return {
    precision: 1 - wrong.length / counted.length,
    recall: 1 - missed.length / wanted.length,
    wrong: wrong.map(({ current, origin }) => `${current} ← ${origin}`),
    missed,
    isSameMaterial: read.every((text) => text !== '') && sha256Hex(read.join('\n')).startsWith(fingerprint),
  };
}
