import { useState } from 'react';
import type { View } from '#shared/export';
import { readTemplate, writeTemplate, type Template, type TemplateSection } from '#shared/export/template';
import type { Platform } from '#shared/ipc/platform';
import { describeFailure } from '#shared/messages/describe';
import { useLanguage, useStrings } from '../../i18n/language';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Notice } from '../../ui/Notice';

interface TemplateFormProps {
  readonly view: View;
  readonly template: Template;
  readonly platform: Platform;
  readonly onChange: (template: Template) => void;
}

/** One paragraph a line of the text field; empty lines are left out. */
const paragraphsIn = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

/** «Etikett: ord», one fact a line; a line without a label is left out. */
const factsIn = (text: string): Template['papers'][View]['facts'] =>
  text.split('\n').flatMap((line) => {
    const [, label = '', value = ''] = /^([^:]+):(.*)$/u.exec(line) ?? [];
    return label.trim() === '' ? [] : [{ label: label.trim(), value: value.trim() }];
  });

const exchanged = <Item,>(items: readonly Item[], at: number, with_: number): readonly Item[] =>
  items.map((item, index) => (index === at ? items[with_] : index === with_ ? items[at] : item) ?? item);

/** What a secretariat changes in the programme's papers without a programmer: whose they are, the words, and the order of the sections. */
export function TemplateForm({ view, template, platform, onChange }: TemplateFormProps) {
  const { papers: words } = useStrings();
  const language = useLanguage();
  const [problem, setProblem] = useState<string | null>(null);
  const paper = template.papers[view];

  /** Only what can be made into papers is kept; what is wrong is told, and the papers stay as they were. */
  const take = (json: string): void => {
    const read = readTemplate(json, language);
    setProblem(read.ok ? null : describeFailure(read.failure, language));
    if (read.ok) onChange(read.value);
  };
  const change = (changed: Template): void => take(writeTemplate(changed));
  const changePaper = (part: Partial<typeof paper>): void =>
    change({ ...template, papers: { ...template.papers, [view]: { ...paper, ...part } } });
  const changeSection = (at: number, part: Partial<TemplateSection>): void =>
    changePaper({
      sections: paper.sections.map((section, index) => (index === at ? { ...section, ...part } : section)),
    });

  return (
    <div className="template">
      <h3>{words.forAll}</h3>
      <KeptField
        label={words.organisation}
        value={template.organisation.name}
        onKeep={(name) => change({ ...template, organisation: { ...template.organisation, name } })}
      />
      <Field label={words.colour}>
        {(id) => (
          <input
            id={id}
            type="color"
            value={template.organisation.colour}
            onChange={({ target }) =>
              change({ ...template, organisation: { ...template.organisation, colour: target.value } })
            }
          />
        )}
      </Field>
      <LogoField
        template={template}
        onLogo={(logo) => change({ ...template, organisation: { ...template.organisation, logo } })}
      />
      {Object.entries(template.values).map(([name, value]) => (
        <KeptField
          key={name}
          label={`{${name}}`}
          value={value}
          onKeep={(kept) => change({ ...template, values: { ...template.values, [name]: kept } })}
        />
      ))}
      <h3>{words.thisPaper}</h3>
      <KeptField label={words.title} value={paper.title} onKeep={(title) => changePaper({ title })} />
      <KeptField
        label={words.facts}
        hint={words.factsHint}
        value={paper.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')}
        isLong
        onKeep={(text) => changePaper({ facts: factsIn(text) })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={paper.coverPage}
          onChange={({ target }) => changePaper({ coverPage: target.checked })}
        />
        {words.coverPage}
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={paper.contents}
          onChange={({ target }) => changePaper({ contents: target.checked })}
        />
        {words.contents}
      </label>
      <ol className="template__sections">
        {paper.sections.map((section, at) => (
          <li key={`${view}-${at}-${section.part ?? 'text'}`}>
            <KeptField
              label={words.sectionHeading(at + 1)}
              value={section.heading ?? ''}
              onKeep={(heading) => changeSection(at, { heading: heading === '' ? null : heading })}
            />
            <KeptField
              label={words.sectionText(at + 1)}
              value={section.paragraphs.join('\n')}
              {...(section.part === null ? {} : { hint: words.beforePart })}
              isLong
              onKeep={(text) => changeSection(at, { paragraphs: paragraphsIn(text) })}
            />
            <div className="template__order">
              <Button
                look="quiet"
                isDisabled={at === 0}
                onPress={() => changePaper({ sections: exchanged(paper.sections, at, at - 1) })}
              >
                {words.sectionUp(at + 1)}
              </Button>
              {section.part === null && (
                <Button
                  look="quiet"
                  onPress={() => changePaper({ sections: paper.sections.filter((_, index) => index !== at) })}
                >
                  {words.removeSection(at + 1)}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      <Button
        onPress={() =>
          changePaper({
            sections: [...paper.sections, { heading: null, startsPage: false, paragraphs: [''], part: null }],
          })
        }
      >
        {words.addSection}
      </Button>
      {problem !== null && <Notice problem>{problem}</Notice>}
      <div className="template__file">
        <Field label={words.readTemplate}>
          {(id) => (
            <input
              id={id}
              type="file"
              accept=".json,application/json"
              onChange={({ target }) => {
                void target.files?.[0]?.text().then(take);
              }}
            />
          )}
        </Field>
        <Button
          onPress={() => {
            const bytes = new TextEncoder().encode(writeTemplate(template));
            void platform.saveFile({ grant: null, suggestedName: words.templateFile, bytes }).then((saved) => {
              if (!saved.ok) setProblem(describeFailure(saved.failure, language));
            });
          }}
        >
          {words.saveTemplate}
        </Button>
      </div>
    </div>
  );
}

interface LogoFieldProps {
  readonly template: Template;
  readonly onLogo: (logo: Template['organisation']['logo']) => void;
}

/** Millimetres; the height is that of two lines of a letterhead. */
const logoHeight = 14;

/** The logo is taken from a file and travels inside the template. */
function LogoField({ template, onLogo }: LogoFieldProps) {
  const { papers: words } = useStrings();
  const { name, logo } = template.organisation;
  const take = async (file: File): Promise<void> => {
    const isDrawing = file.type === 'image/svg+xml';
    const picture = await measurePicture(file);
    const alternative = name === '' ? words.logo : words.logoOf(name);
    const width = Math.min(Math.max(Math.round(logoHeight * picture.ratio), 1), 90);
    const data = isDrawing
      ? ({ format: 'svg', source: await file.text() } as const)
      : ({ format: 'png', base64: picture.png } as const);
    onLogo({ data, alternative, width, height: Math.round(width / picture.ratio) || 1 });
  };
  return (
    <div className="template__file">
      <Field label={words.logo} hint={words.logoHint}>
        {(id, describedBy) => (
          <input
            id={id}
            aria-describedby={describedBy}
            type="file"
            accept="image/svg+xml,image/png"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) void take(file);
            }}
          />
        )}
      </Field>
      {logo !== null && (
        <Button look="quiet" onPress={() => onLogo(null)}>
          {words.removeLogo}
        </Button>
      )}
    </div>
  );
}

/** Pixels: more than a printer shows of a logo, and some 20 kB. */
const largestLogo = 480;

/** What the picture looks like, made small: its proportion, and as PNG without the `data:` before it. */
async function measurePicture(file: File): Promise<{ readonly ratio: number; readonly png: string }> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode().catch(() => undefined);
    const ratio = image.naturalHeight > 0 ? image.naturalWidth / image.naturalHeight : 1;
    const canvas = document.createElement('canvas');
    const scale = Math.min(1, largestLogo / Math.max(image.naturalWidth, image.naturalHeight, 1));
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return { ratio, png: canvas.toDataURL('image/png').split(',')[1] ?? '' };
  } finally {
    URL.revokeObjectURL(address);
  }
}

interface KeptFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly isLong?: boolean;
  readonly onKeep: (value: string) => void;
}

/** A field whose words are kept when one leaves it: half a placeholder is no mistake yet. */
function KeptField({ label, hint, value, isLong = false, onKeep }: KeptFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => {
    if (typed !== null && typed !== value) onKeep(typed);
    setTyped(null);
  };
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(id, describedBy) => {
        const shared = { id, value: typed ?? value, 'aria-describedby': describedBy, onBlur: keep };
        return isLong ? (
          <textarea {...shared} rows={3} onChange={({ target }) => setTyped(target.value)} />
        ) : (
          <input {...shared} onChange={({ target }) => setTyped(target.value)} />
        );
      }}
    </Field>
  );
}
