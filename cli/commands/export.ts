import { ok } from '#shared/core/result';
import { supported, formats, isFormat, isView, views } from '#shared/export/views';
import { readPaperTemplate } from '#shared/schema/paperTemplate';
import { remarksByBlock } from '#shared/schema/remarks';
import { readArguments } from '../arguments';
import { systemClock } from '../machine';
import { misused, refuse, sentence, type Command } from '../outcome';
import { currentText, openProgramme, revisionNamed } from '../programme';
import { templateFrom } from '../templateFile';

const usage = `export <fil.program> --view <${views.join('|')}> --as <${formats.join('|')}> [--template <mal.json>] [--without-lines] -o <fil>`;

export const command: Command = {
  usage,
  async run(args) {
    const given = readArguments(args, {
      usage,
      positionals: 1,
      options: { view: 'value', as: 'value', out: 'value', template: 'value', 'without-lines': 'flag' },
    });
    if (!given.ok) return given;
    const { positionals, values, flags } = given.value;
    const [path = ''] = positionals;
    const [view = '', format = '', out = ''] = ['view', 'as', 'out'].map((name) => values.get(name));
    if (!isView(view)) return misused(usage, view === '' ? 'Mangler --view.' : `Kjenner ikke visningen «${view}».`);
    const pairs = `«${view}» kan skrives som ${supported(view).join(', ')}.`;
    if (!isFormat(format))
      return misused(usage, format === '' ? 'Mangler --as.' : `Kjenner ikke formatet «${format}»; ${pairs}`);
    if (!supported(view).includes(format)) return misused(usage, `«${view}» kan ikke skrives som ${format}; ${pairs}`);
    if (out === '') return misused(usage, 'Mangler -o.');
    const opened = await openProgramme(path);
    if (!opened.ok) return opened;
    const { file, state } = opened.value;
    if (
      view === 'decided' &&
      state.phase !== 'adopted' &&
      [...state.amendments.values()].every(({ decision }) => !decision)
    )
      return refuse(
        `${path}: ingenting er vedtatt ennå. Før vedtakene med «decide» først, eller velg visningen «text».`,
      );
    const { printPaper } = await import('../printing');
    const newest = currentText(opened.value);
    const template = await templateFrom(values.get('template') ?? null, newest.language);
    if (!template.ok) return template;
    const own = template.value ?? readPaperTemplate(opened.value.draft, newest.language);
    const paper = await printPaper(view, format, {
      newest,
      isDraft: opened.value.newest === null,
      baseline: revisionNamed(opened.value, file.baseline),
      amendments: [...state.amendments.values()],
      votingOrder: state.votingOrder,
      people: file.people,
      remarks: remarksByBlock(opened.value.draft),
      language: newest.language,
      generatedAt: systemClock.now(),
      author: 'Programrevisjon',
      revisions: file.revisions,
      ...(own === null ? {} : { template: own }),
      withLineNumbers: !flags.has('without-lines'),
      corrections: state.corrections,
    });
    if (!paper.ok) return refuse(`${path}: ${sentence(paper.failure)}`);
    return ok({ stdout: '', files: [{ path: out, bytes: paper.value }] });
  },
};
