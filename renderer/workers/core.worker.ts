import { exportPaper } from '#shared/export';
import { importAnyDocument } from '#shared/import';
import { findReuse } from '#shared/reuse';
import type { TaskRequest, TaskResponse } from './tasks';

async function perform(request: TaskRequest): Promise<TaskResponse['result']> {
  switch (request.task) {
    case 'import':
      return importAnyDocument(request.argument, { next: () => crypto.randomUUID() });
    case 'reuse':
      return findReuse(request.argument.sources, request.argument.current);
    case 'export': {
      const { view, format, input } = request.argument;
      return exportPaper(view, format, input);
    }
  }
}

self.onmessage = ({ data }: MessageEvent<TaskRequest>) => {
  void perform(data).then((result) => {
    const response: TaskResponse = { id: data.id, result };
    self.postMessage(response);
  });
};
