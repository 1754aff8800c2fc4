import { exportPaper } from '#shared/export';
import { importDocument } from '#shared/import';
import type { TaskRequest, TaskResponse } from './tasks';

function perform(request: TaskRequest): TaskResponse['result'] {
  switch (request.task) {
    case 'import':
      return importDocument(request.argument, { next: () => crypto.randomUUID() });
    case 'export': {
      const { view, format, input } = request.argument;
      return exportPaper(view, format, input);
    }
  }
}

self.onmessage = ({ data }: MessageEvent<TaskRequest>) => {
  const response: TaskResponse = { id: data.id, result: perform(data) };
  self.postMessage(response);
};
