import { textOfFile } from '#shared/schema/textOfFile';
import { accountOf, drawOverview, layoutOverview, overviewRows, tellAccount } from '#shared/comparison';
import { lifeOf } from '#shared/diff';
import { beginningOf, exportPaper, writeOverviewSvg } from '#shared/export';
import { importAnyDocument } from '#shared/import';
import { findReuse } from '#shared/reuse';
import type { TaskAnswer, TaskRequest, TaskResponse, TextKey, TextMessage } from './tasks';
import { putTogether } from './paperTexts';
import { createTextKeeper } from './textKeeper';

const answer = (given: TaskAnswer): void => self.postMessage(given);

const keeper = createTextKeeper();

const periodsOf = (texts: readonly TextKey[], names: readonly string[]) =>
  texts.map((text, at) => ({ name: names[at] ?? '', blocks: keeper.blocksOf(text) }));

async function perform(request: TaskRequest): Promise<TaskResponse['result']> {
  switch (request.task) {
    case 'import':
      return importAnyDocument(
        request.argument,
        { next: () => crypto.randomUUID() },
        { progress: (share) => answer({ id: request.id, share }) },
      );
    case 'reuse':
      return findReuse(
        request.argument.texts.slice(0, -1).map(keeper.blocksOf),
        keeper.blocksOf(request.argument.texts.at(-1) ?? -1),
      );
    case 'read':
      return textOfFile(request.argument, { next: () => crypto.randomUUID() });
    case 'account': {
      const { texts, language } = request.argument;
      const [base = [], current = []] = texts.map(keeper.blocksOf);
      const [alignment = { changes: [], exact: true }] = keeper.alignmentsOf(texts);
      return tellAccount(accountOf(base, current, alignment), language);
    }
    case 'overview': {
      const { texts, names, width, height, language } = request.argument;
      return drawOverview(periodsOf(texts, names), keeper.alignmentsOf(texts), { width, height }, language);
    }
    case 'overviewSvg': {
      const { texts, names, width, height, ...options } = request.argument;
      const picture = layoutOverview(periodsOf(texts, names), keeper.alignmentsOf(texts), { width, height });
      return writeOverviewSvg(picture, options);
    }
    case 'overviewRows': {
      const { texts, names, language, most } = request.argument;
      return overviewRows(periodsOf(texts, names), keeper.alignmentsOf(texts), language, most);
    }
    case 'life':
      return lifeOf(keeper.alignmentsOf(request.argument.texts), request.argument.place);
    case 'export': {
      const { view, format, input, texts } = request.argument;
      return exportPaper(view, format, putTogether({ input, texts: texts.map(keeper.blocksOf) }));
    }
    case 'beginning': {
      const { view, input, texts, pages } = request.argument;
      return beginningOf(view, putTogether({ input, texts: texts.map(keeper.blocksOf) }), pages);
    }
  }
}

self.onmessage = ({ data }: MessageEvent<TaskRequest | TextMessage>) => {
  if (!('task' in data)) {
    keeper.hear(data);
    return;
  }
  void perform(data).then((result) => {
    answer({ id: data.id, result });
  });
};
