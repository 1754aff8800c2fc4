import type { Language } from '../../core/failure';
import type { QuietReason, ReasonFound } from './finding';

type Sentence = (struck: string, added: string) => string;

const sentences: Readonly<Record<Language, Readonly<Record<QuietReason, Sentence>>>> = {
  nb: {
    negationDropped: (struck, added) =>
      added === ''
        ? `Nektelsen «${struck}» er borte: meningen kan være snudd`
        : `En nektelse er borte: «${struck}» er blitt «${added}»`,
    negationAdded: (_, added) => `Nektelsen «${added}» er kommet til: meningen kan være snudd`,
    opposite: (struck, added) => `«${struck}» er blitt «${added}»: meningen kan være snudd`,
    obligationWeakened: (struck, added) => `Svakere forpliktelse: «${struck}» er blitt «${added}»`,
    obligationDropped: (struck) => `Forpliktelsen «${struck}» er borte`,
    numberChanged: (struck, added) =>
      added === '' ? `Tallet «${struck}» er borte` : `Tallet er endret fra «${struck}» til «${added}»`,
    limitDropped: (struck) => `«${struck}» er borte: det sier hvor mye, når eller for hvem`,
    sentenceDropped: () => 'En hel setning er strøket',
    tailDropped: () => 'Slutten på setningen er strøket',
    obligationStrengthened: (struck, added) => `Sterkere forpliktelse: «${struck}» er blitt «${added}»`,
    wordsDropped: (_, added) =>
      added === '' ? 'Ord er strøket uten noe i stedet' : 'Ord er strøket med mindre i stedet',
    sentenceMoved: () => 'Flyttet til et annet sted',
  },
  nn: {
    negationDropped: (struck, added) =>
      added === ''
        ? `Nektinga «${struck}» er borte: meininga kan vere snudd`
        : `Ei nekting er borte: «${struck}» er blitt «${added}»`,
    negationAdded: (_, added) => `Nektinga «${added}» er komen til: meininga kan vere snudd`,
    opposite: (struck, added) => `«${struck}» er blitt «${added}»: meininga kan vere snudd`,
    obligationWeakened: (struck, added) => `Svakare plikt: «${struck}» er blitt «${added}»`,
    obligationDropped: (struck) => `Plikta «${struck}» er borte`,
    numberChanged: (struck, added) =>
      added === '' ? `Talet «${struck}» er borte` : `Talet er endra frå «${struck}» til «${added}»`,
    limitDropped: (struck) => `«${struck}» er borte: det seier kor mykje, når eller for kven`,
    sentenceDropped: () => 'Ei heil setning er stroken',
    tailDropped: () => 'Slutten på setninga er stroken',
    obligationStrengthened: (struck, added) => `Sterkare plikt: «${struck}» er blitt «${added}»`,
    wordsDropped: (_, added) =>
      added === '' ? 'Ord er strokne utan noko i staden' : 'Ord er strokne med mindre i staden',
    sentenceMoved: () => 'Flytta til ein annan stad',
  },
  en: {
    negationDropped: (struck, added) =>
      added === ''
        ? `The negation “${struck}” is gone: the meaning may be reversed`
        : `A negation is gone: “${struck}” became “${added}”`,
    negationAdded: (_, added) => `The negation “${added}” is new: the meaning may be reversed`,
    opposite: (struck, added) => `“${struck}” became “${added}”: the meaning may be reversed`,
    obligationWeakened: (struck, added) => `Weaker obligation: “${struck}” became “${added}”`,
    obligationDropped: (struck) => `The obligation “${struck}” is gone`,
    numberChanged: (struck, added) =>
      added === '' ? `The number “${struck}” is gone` : `The number changed from “${struck}” to “${added}”`,
    limitDropped: (struck) => `“${struck}” is gone: it says how much, when or for whom`,
    sentenceDropped: () => 'A whole sentence is struck',
    tailDropped: () => 'The end of the sentence is struck',
    obligationStrengthened: (struck, added) => `Stronger obligation: “${struck}” became “${added}”`,
    wordsDropped: (_, added) =>
      added === '' ? 'Words are struck with nothing in their place' : 'Words are struck with less in their place',
    sentenceMoved: () => 'Moved to another place',
  },
};

/** Why the change should be seen, in one sentence without a full stop. */
export const describeReason = ({ reason, struck, added }: ReasonFound, language: Language): string =>
  sentences[language][reason](struck, added);
