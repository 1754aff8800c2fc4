import { writeProgramFile } from '#shared/schema/programFile';
import { readWholeProgramme } from '#shared/schema/wholeProgramme';
import type { FileWork } from './programFiles';

self.onmessage = ({ data }: MessageEvent<FileWork>) => {
  self.postMessage('read' in data ? readWholeProgramme(data.read) : writeProgramFile(data.write));
};
