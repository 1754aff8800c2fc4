import { textOfFile } from '#shared/schema/textOfFile';
import { alignBlocks } from '#shared/diff';
import { beginningOf, exportPaper } from '#shared/export';
import { importAnyDocument } from '#shared/import';
import { findReuse } from '#shared/reuse';
import type { TaskAnswer, TaskRequest, TaskResponse } from './tasks';

const answer = (given: TaskAnswer): void => self.postMessage(given);

async function perform(request: TaskRequest): Promise<TaskResponse['result']> {
  switch (request.task) {
    case 'import':
      return importAnyDocument(
        request.argument,
        { next: () => crypto.randomUUID() },
        { progress: (share) => answer({ id: request.id, share }) },
      );
    case 'reuse':
      return findReuse(request.argument.sources, request.argument.current);
    case 'read':
      return textOfFile(request.argument, { next: () => crypto.randomUUID() });
    case 'align':
      return alignBlocks(request.argument.base, request.argument.current);
    case 'export': {
      const { view, format, input } = request.argument;
      return exportPaper(view, format, input);
    }
    case 'beginning': {
      const { view, input, pages } = request.argument;
      return beginningOf(view, input, pages);
    }
  }
}

self.onmessage = ({ data }: MessageEvent<TaskRequest>) => {
  void perform(data).then((result) => {
    answer({ id: data.id, result });
  });
};
