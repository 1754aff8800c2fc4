import type { Language } from '../core/failure';
import type { AmendmentId } from '../core/ids';
import type { OrderProblem } from './orderProblems';
import type { Reach, VotingItem } from './votingOrder';

interface Phrases {
  readonly reach: Readonly<Record<Reach, string>>;
  readonly byPlace: (place: string) => string;
  readonly alone: (what: string, place: string) => string;
  readonly first: (what: string, then: string) => string;
  readonly after: (what: string, before: string) => string;
  readonly equal: (what: string, others: string) => string;
  readonly share: (percent: number) => string;
  readonly insertion: string;
  readonly child: (parent: string) => string;
  readonly manual: (reason: string) => string;
  readonly problem: Readonly<Record<OrderProblem['kind'], (item: string, other: string) => string>>;
}

const phrases: Readonly<Record<Language, Phrases>> = {
  nb: {
    reach: {
      programme: 'hele programmet',
      chapter: 'strykning av hele kapitlet',
      deletion: 'strykning',
      join: 'sammenslåing',
      split: 'deling',
      move: 'flytting',
      replacement: 'endring av ord',
      editorial: 'redaksjonelt',
      insertion: 'innsetting',
    },
    byPlace: (place) => `Etter sted i teksten: ${place}.`,
    alone: (what, place) => `Etter sted i teksten (${place}). Ingen andre gjelder det samme stedet: ${what}.`,
    first: (what, then) => `Først ${what}, så ${then}: det mest vidtgående tas først.`,
    after: (what, before) => `Først ${before}, så ${what}: det mest vidtgående tas først.`,
    equal: (what, others) => `Like vidtgående som ${others} (${what}): i den rekkefølgen de ble levert.`,
    share: (percent) => ` (${percent} % av teksten)`,
    insertion: 'Innsettinger tas etter det punktet de kommer bak.',
    child: (parent) => `Endrer forslag ${parent}, og tas rett etter det.`,
    manual: (reason) => (reason === '' ? 'Rekkefølgen er satt av dirigenten.' : `Satt av dirigenten: ${reason}`),
    problem: {
      unplaced: (item) => `Forslag ${item} har ingen plass i teksten og kan ikke ordnes.`,
      beforeParent: (item, other) => `Forslag ${item} endrer forslag ${other}, men tas før det.`,
      narrowFirst: (item, other) =>
        `Forslag ${other} er mer vidtgående, men tas etter forslag ${item} og faller uten votering hvis det vedtas.`,
      bothRecommended: (item, other) =>
        `Forslag ${item} og ${other} er begge innstilt til vedtak, men går ikke sammen.`,
    },
  },
  nn: {
    reach: {
      programme: 'heile programmet',
      chapter: 'stryking av heile kapitlet',
      deletion: 'stryking',
      join: 'samanslåing',
      split: 'deling',
      move: 'flytting',
      replacement: 'endring av ord',
      editorial: 'redaksjonelt',
      insertion: 'innsetjing',
    },
    byPlace: (place) => `Etter stad i teksten: ${place}.`,
    alone: (what, place) => `Etter stad i teksten (${place}). Ingen andre gjeld den same staden: ${what}.`,
    first: (what, then) => `Først ${what}, så ${then}: det mest vidtgåande blir teke først.`,
    after: (what, before) => `Først ${before}, så ${what}: det mest vidtgåande blir teke først.`,
    equal: (what, others) => `Like vidtgåande som ${others} (${what}): i den rekkjefølgja dei vart leverte.`,
    share: (percent) => ` (${percent} % av teksten)`,
    insertion: 'Innsetjingar blir tekne etter det punktet dei kjem bak.',
    child: (parent) => `Endrar framlegg ${parent}, og blir teke rett etter det.`,
    manual: (reason) => (reason === '' ? 'Rekkjefølgja er sett av dirigenten.' : `Sett av dirigenten: ${reason}`),
    problem: {
      unplaced: (item) => `Framlegg ${item} har ingen plass i teksten og kan ikkje ordnast.`,
      beforeParent: (item, other) => `Framlegg ${item} endrar framlegg ${other}, men blir teke før det.`,
      narrowFirst: (item, other) =>
        `Framlegg ${other} er meir vidtgåande, men blir teke etter framlegg ${item} og fell utan røysting om det blir vedteke.`,
      bothRecommended: (item, other) =>
        `Framlegg ${item} og ${other} er begge innstilte til vedtak, men går ikkje saman.`,
    },
  },
  en: {
    reach: {
      programme: 'the whole programme',
      chapter: 'striking the whole chapter',
      deletion: 'striking',
      join: 'joining',
      split: 'dividing',
      move: 'moving',
      replacement: 'changing words',
      editorial: 'editorial',
      insertion: 'insertion',
    },
    byPlace: (place) => `By place in the text: ${place}.`,
    alone: (what, place) => `By place in the text (${place}). No other is about the same place: ${what}.`,
    first: (what, then) => `First ${what}, then ${then}: the most far-reaching comes first.`,
    after: (what, before) => `First ${before}, then ${what}: the most far-reaching comes first.`,
    equal: (what, others) => `As far-reaching as ${others} (${what}): in the order in which they were filed.`,
    share: (percent) => ` (${percent} % of the text)`,
    insertion: 'Insertions come after the point they follow.',
    child: (parent) => `Amends amendment ${parent}, and comes directly after it.`,
    manual: (reason) => (reason === '' ? 'The chair set the order.' : `Set by the chair: ${reason}`),
    problem: {
      unplaced: (item) => `Amendment ${item} has no place in the text and cannot be ordered.`,
      beforeParent: (item, other) => `Amendment ${item} amends amendment ${other}, but comes before it.`,
      narrowFirst: (item, other) =>
        `Amendment ${other} is more far-reaching, but comes after amendment ${item} and falls without a vote if that is adopted.`,
      bothRecommended: (item, other) =>
        `Amendments ${item} and ${other} are both recommended for adoption, but do not go together.`,
    },
  },
};

interface Explained {
  readonly items: readonly VotingItem[];
  readonly numberOf: (id: AmendmentId) => string;
  readonly language: Language;
  /** Why the chair set the order; `null` where the text alone does. */
  readonly manual: string | null;
}

/** Why the item at `index` stands where it does, in one or two sentences. Rule V10 of SPEC.md. */
export function explainItem(index: number, { items, numberOf, language, manual }: Explained): string {
  const words = phrases[language];
  const item = items[index];
  if (item === undefined) return '';
  const [id] = item.amendments;
  if (id !== undefined && item.unplaced) return words.problem.unplaced(numberOf(id), '');
  if (manual !== null) return words.manual(manual);
  if (item.parent !== null) return words.child(numberOf(item.parent));
  const what = ({ reach, share }: VotingItem): string =>
    words.reach[reach] + (reach === 'replacement' && share > 0 ? words.share(Math.round(share * 100)) : '');
  const isHere = (other: VotingItem | undefined): other is VotingItem =>
    other !== undefined && other.block === item.block && other.parent === null && !other.unplaced;
  const before = items.slice(0, index).findLast(isHere);
  const after = items.slice(index + 1).find(isHere);
  const withNumbers = (other: VotingItem): string => `${what(other)} (${other.amendments.map(numberOf).join(', ')})`;
  const rival = before ?? after;
  const isEqual = rival?.reachRank === item.reachRank && rival.share === item.share;
  const told =
    rival !== undefined && isEqual
      ? words.equal(what(item), rival.amendments.map(numberOf).join(', '))
      : before !== undefined
        ? words.after(what(item), withNumbers(before))
        : after !== undefined
          ? words.first(what(item), withNumbers(after))
          : words.alone(what(item), item.place);
  return item.reach === 'insertion'
    ? `${words.insertion} ${before === undefined ? words.byPlace(item.place) : ''}`.trim()
    : told;
}

/** A problem with the order in one sentence. */
export const describeProblem = (
  { kind, item, other }: OrderProblem,
  numberOf: (id: AmendmentId) => string,
  language: Language,
): string => phrases[language].problem[kind](numberOf(item), other === null ? '' : numberOf(other));
