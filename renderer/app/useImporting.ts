import { useCallback, useRef, useState } from 'react';
import type { Failure } from '#shared/core/failure';
import type { ImportedDocument } from '#shared/import';
import type { OpenedFile } from '#shared/ipc/platform';
import { runCancellableTask } from '../workers/runTask';

/** A file that is being read. `isSlow` once it takes so long that one wants to know. */
export interface Reading {
  readonly file: OpenedFile;
  readonly isSlow: boolean;
  /** Of the file, 0–1; `null` where nothing tells. */
  readonly share: number | null;
}

/** A document that was read, to be looked through. */
export interface ToReview {
  readonly file: OpenedFile;
  readonly document: ImportedDocument;
}

/** Sooner than this, a file that is read needs no word about it. */
const SLOW_MS = 400;

/** Reads documents beside the window's thread. `onProblem` gets why not, `null` for the unforeseen; then all is as it was before. */
export function useImporting(onProblem: (problem: Failure | null) => void) {
  const [reading, setReading] = useState<Reading | null>(null);
  const [review, setReview] = useState<ToReview | null>(null);
  const running = useRef<AbortController | null>(null);

  const cancelReading = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setReading(null);
  }, []);

  const read = useCallback(
    async (file: OpenedFile) => {
      cancelReading();
      const controller = new AbortController();
      running.current = controller;
      setReading({ file, isSlow: false, share: null });
      const slow = setTimeout(() => setReading((now) => now && { ...now, isSlow: true }), SLOW_MS);
      controller.signal.addEventListener('abort', () => clearTimeout(slow));
      const end = (then: () => void) => {
        if (running.current !== controller) return;
        cancelReading();
        then();
      };
      try {
        const { name, bytes } = file;
        const imported = await runCancellableTask('import', { name, bytes }, controller.signal, (share) =>
          setReading((now) => (now?.file === file ? { ...now, share } : now)),
        );
        if (imported === null) return;
        end(() => {
          if (imported.ok) setReview({ file, document: imported.value });
          else onProblem(imported.failure);
        });
      } catch {
        end(() => onProblem(null));
      }
    },
    [cancelReading, onProblem],
  );

  const endReview = useCallback(() => setReview(null), []);
  return { reading, review, read, cancelReading, endReview };
}
