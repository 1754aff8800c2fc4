import { readPeriod } from '../period';
import { looksLikeHeading } from './unit';

export const isPageNumber = (text: string): boolean =>
  /^(?:(?:side|page|s\.)\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:av|of|\/)\s*\d{1,4})?$/i.test(text);
export const isCaption = (text: string): boolean =>
  text.length < 300 &&
  /(?:^|[ .])(?:foto|illustrasjon|photo):? ?\S/i.test(text) &&
  /(?:foto|illustrasjon|photo)/i.test(text.slice(-80));
export const isContentsRow = (text: string): boolean =>
  text.length < 300 && /(?:\.{4,}|(?: \.){3,}|…{2,})\s*\d{1,4}$/.test(text);
export const isNumberedChapterWord = (text: string): boolean =>
  /^(?:kapittel|kapitel|kap\.|del|chapter|part) (?:\d{1,3}|[IVX]{1,5})\b/i.test(text) && looksLikeHeading(text);
export const isPeriodLine = (text: string): boolean => text.length < 40 && readPeriod(text)?.whole === true;
export const isAdoptionLine = (text: string): boolean =>
  text.length < 120 && /^(?:(?:enstemmig|samrøystes) )?(?:vedtatt|vedteke|vedtatt av|adopted)\b/i.test(text);
