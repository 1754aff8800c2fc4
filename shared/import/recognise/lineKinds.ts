import { readPeriod } from '../period';
import { looksLikeHeading } from './unit';

/** Longest number of a page, in characters: «side – 1234 – of 1234». */
const LONGEST_PAGE_NUMBER = 24;
export const isPageNumber = (text: string): boolean =>
  text.length <= LONGEST_PAGE_NUMBER &&
  /^(?:(?:side|page|s\.)\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:av|of|\/)\s*\d{1,4})?$/i.test(text);
/** «… Foto: Kari Nes»: who made the picture, at the end of what stands under it. */
export const isCredit = (text: string): boolean =>
  /(?:^|[ .])(?:[Aa]lle )?(?:[Ff]oto|FOTO|[Ii]llustrasjon|[Pp]hoto)(?:: ?(?=\p{L})| (?=\p{Lu}))[^.:;]{1,60}\.?$/u.test(
    text,
  );
/** «Figur 3: …», «Kilde: …»: what stands over or under a figure. */
const isFigureLine = (text: string): boolean =>
  text.length < 300 &&
  /^(?:(?:Figur|Tabell|Diagram|Figure|Table) \d{1,3}[.:] (?=[\p{Lu}«])|Kilder?: |Kjelder?: |Source: )/u.test(text);
export const isCaption = (text: string): boolean => isFigureLine(text) || isCreditedLine(text);
const isCreditedLine = (text: string): boolean =>
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
