import * as v from 'valibot';
import { failure, type Failure, type Language } from '../../core/failure';
import { fail, ok, type Result } from '../../core/result';
import { views, type View } from '../views';
import { contrastOnWhite } from './contrast';
import { defaultTemplates } from './defaults';
import { knownPlaceholders, placeholdersIn } from './placeholders';
import { partsOf, type PaperTemplate, type Template } from './template';

type TemplateFailure = Failure<
  | 'template-unreadable'
  | 'template-misshapen'
  | 'template-colour-pale'
  | 'template-logo-active'
  | 'template-unknown-placeholder'
  | 'template-part-missing'
  | 'template-part-foreign'
>;

/** Bounds on what a file may hold; a real template is some 10 kB, its logo less than 100. */
const LONGEST_TEXT = 5_000;
const LONGEST_LOGO = 60_000;
const MOST_SECTIONS = 50;
/** WCAG 2.2 AA for running text. */
const LEAST_CONTRAST = 4.5;

const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const millimetres = v.pipe(v.number(), v.minValue(1), v.maxValue(180));
const logoText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_LOGO));

const logo = v.strictObject({
  data: v.variant('format', [
    v.strictObject({ format: v.literal('svg'), source: logoText }),
    v.strictObject({ format: v.literal('png'), base64: v.pipe(logoText, v.base64()) }),
  ]),
  alternative: v.pipe(text, v.nonEmpty()),
  width: millimetres,
  height: millimetres,
});

const section = v.strictObject({
  heading: v.optional(v.nullable(text), null),
  startsPage: v.optional(v.boolean(), false),
  paragraphs: v.optional(v.pipe(v.array(text), v.maxLength(MOST_SECTIONS)), []),
  part: v.optional(v.nullable(v.picklist([...new Set(Object.values(partsOf).flat())])), null),
});

const fact = v.strictObject({ label: v.pipe(text, v.nonEmpty()), value: text });

const paper = v.strictObject({
  title: v.optional(v.pipe(text, v.nonEmpty())),
  coverPage: v.optional(v.boolean()),
  contents: v.optional(v.boolean()),
  facts: v.optional(v.pipe(v.array(fact), v.maxLength(MOST_SECTIONS))),
  sections: v.optional(v.pipe(v.array(section), v.maxLength(MOST_SECTIONS))),
});

const template = v.strictObject({
  organisation: v.optional(
    v.strictObject({
      name: v.optional(text),
      colour: v.optional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i))),
      logo: v.optional(v.nullable(logo)),
    }),
  ),
  values: v.optional(v.record(v.pipe(v.string(), v.regex(/^\p{L}[\p{L}\p{N}]{0,40}$/u)), text)),
  papers: v.optional(v.partial(v.strictObject(Object.fromEntries(views.map((view) => [view, paper]))))),
});

/** A drawing is only a drawing: no script, no handlers, nothing that is fetched from elsewhere. */
const activeDrawing =
  /<script|<foreignObject|\son\w+\s*=|javascript:|<!ENTITY|(?:href|src)\s*=\s*["']?\s*(?!["'#\s])|url\(\s*["']?(?!#)|@import/i;

function checkPaper(
  view: View,
  { title, facts, sections }: PaperTemplate,
  values: Template['values'],
): TemplateFailure | null {
  const named: readonly string[] = [...knownPlaceholders, ...Object.keys(values)];
  const texts = [
    ...facts.map(({ value }) => value),
    ...sections.flatMap(({ heading, paragraphs }) => [heading ?? '', ...paragraphs]),
  ];
  const unknown = texts.flatMap(placeholdersIn).find((name) => !named.includes(name));
  if (unknown !== undefined) {
    return failure('template-unknown-placeholder', { placeholder: unknown, paper: title, known: named.join(', ') });
  }
  const parts = partsOf[view];
  const foreign = sections.find(({ part }) => part !== null && !parts.includes(part))?.part;
  if (foreign) return failure('template-part-foreign', { part: foreign, paper: title, parts: parts.join(', ') });
  const [main] = parts;
  const isLetter = view === 'hearing';
  if (!isLetter && main !== undefined && !sections.some(({ part }) => part === main)) {
    return failure('template-part-missing', { part: main, paper: title });
  }
  return null;
}

/**
 * Reads a template file (JSON). What it does not say is as in the default of `language`. Rule T2: whatever the file holds, the answer is
 * a template that every paper can be made with, or a failure that names what to change.
 */
export function readTemplate(json: string, language: Language): Result<Template, TemplateFailure> {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    return fail(failure('template-unreadable'));
  }
  const parsed = v.safeParse(template, given);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return fail(failure('template-misshapen', { where: v.getDotPath(issue) ?? '–', detail: issue.message }));
  }
  const standard = defaultTemplates[language];
  const { organisation: own = {}, values = {}, papers = {} } = parsed.output;
  const read: Template = {
    organisation: {
      name: own.name ?? standard.organisation.name,
      colour: (own.colour ?? standard.organisation.colour).toLowerCase(),
      logo: own.logo ?? null,
    },
    values: { ...standard.values, ...values },
    papers: mapViews((view) => {
      const usual = standard.papers[view];
      const { title, coverPage, contents, facts, sections } = papers[view] ?? {};
      return {
        title: title ?? usual.title,
        coverPage: coverPage ?? usual.coverPage,
        contents: contents ?? usual.contents,
        facts: facts ?? usual.facts,
        sections: sections ?? usual.sections,
      };
    }),
  };
  const { colour, logo: mark } = read.organisation;
  if (contrastOnWhite(colour) < LEAST_CONTRAST) {
    return fail(failure('template-colour-pale', { colour, contrast: contrastOnWhite(colour).toFixed(1) }));
  }
  if (mark?.data.format === 'svg' && (activeDrawing.test(mark.data.source) || !/<svg[\s>]/i.test(mark.data.source))) {
    return fail(failure('template-logo-active'));
  }
  for (const view of views) {
    const wrong = checkPaper(view, read.papers[view], read.values);
    if (wrong !== null) return fail(wrong);
  }
  return ok(read);
}

/** A value for every view. */
function mapViews<Value>(valueOf: (view: View) => Value): Readonly<Record<View, Value>> {
  return Object.fromEntries(views.map((view) => [view, valueOf(view)])) as Record<View, Value>;
}

/** The file of a template: readable, and read back as the same. Law T1. */
export const writeTemplate = (written: Template): string => `${JSON.stringify(written, null, 2)}\n`;
