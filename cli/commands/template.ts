import { ok } from '#shared/core/result';
import { paperTemplateFile, writePaperTemplate } from '#shared/schema/paperTemplate';
import { readArguments } from '../arguments';
import { misused, type Command } from '../outcome';
import { currentText, fileFor, openProgramme } from '../programme';
import { templateFrom } from '../templateFile';

const usage = 'template <fil.program> [--from <mal.json>] [-o <fil>]';

export const command: Command = {
  usage,
  details: ['uten --from skrives malen for papirene til -o; med --from får programmet malen i filen'],
  async run(args) {
    const given = readArguments(args, { usage, positionals: 1, options: { from: 'value', out: 'value' } });
    if (!given.ok) return given;
    const [path = ''] = given.value.positionals;
    const from = given.value.values.get('from') ?? null;
    const out = given.value.values.get('out');
    if (from === null && out === undefined) return misused(usage, 'Mangler -o eller --from.');
    const opened = await openProgramme(path);
    if (!opened.ok) return opened;
    const { draft } = opened.value;
    const { language } = currentText(opened.value);
    const template = await templateFrom(from, language);
    if (!template.ok) return template;
    if (template.value === null) {
      const bytes = new TextEncoder().encode(paperTemplateFile(draft, language));
      return ok({ stdout: '', files: [{ path: out ?? '', bytes }] });
    }
    writePaperTemplate(draft, template.value, language);
    return ok({ stdout: '', files: [fileFor(opened.value, out)] });
  },
};
