/** What a comparison says, to people: in words, in a picture, and what they would have missed. Rules: SPEC.md. */
export { accountOf, isUntouched, type Account } from './account/account';
export { tellAccount, type AccountTold, type ChapterTold } from './account/tell';
export { chapterMap } from './chapterTrail';
export { describeFate } from './fates';
export { blockAtHeight, drawOverview, type OverviewDrawing } from './overview/draw';
export { layoutOverview, type Overview, type OverviewPeriod } from './overview/layout';
export { overviewRows, type OverviewRow, type OverviewRows } from './overview/rows';
export {
  bandPath,
  bodiesOf,
  endPath,
  inPaintingOrder,
  labelsOf,
  namesOf,
  stretchesOf,
  toneOfBand,
  type Tone,
} from './overview/shapes';
export { approximateMarks } from './approximate';
export { describeReason } from './quiet/describe';
export { quietReasons, reasonsToTell, type QuietFinding, type QuietReason } from './quiet/finding';
export { describeSentenceMove, sentenceMovesOf, type SentenceMove } from './sentenceMoves';
export { quietFindings } from './quiet/findQuiet';
