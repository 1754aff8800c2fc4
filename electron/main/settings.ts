import { copyFile, readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Failure } from '../../shared/core/failure';
import { failure } from '../../shared/core/failure';
import type { Result } from '../../shared/core/result';
import { fail, ok } from '../../shared/core/result';
import { writeAtomically } from './atomicWrite';
import { reasonOf } from './ioFailure';

const settingsParser = v.record(v.string(), v.string());
type SettingValues = Readonly<Record<string, string>>;

export interface Settings {
  read(): Promise<Result<SettingValues, Failure>>;
  write(key: string, value: string): Promise<Result<null, Failure>>;
}

/** Settings as one JSON file of texts. A missing file is no settings; a damaged one is a failure, and is put aside before it is written anew: what people began lies there, too. */
export function createSettings(path: string): Settings {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const load = async (): Promise<Result<SettingValues, Failure>> => {
    let content: string;
    try {
      content = await readFile(path, 'utf8');
    } catch (error) {
      const reason = reasonOf(error);
      return reason === 'ENOENT' ? ok({}) : fail(failure('settings-unreadable', { reason }));
    }
    try {
      const parsed = v.safeParse(settingsParser, JSON.parse(content));
      return parsed.success ? ok(parsed.output) : fail(failure('settings-unreadable', { reason: 'JSON' }));
    } catch {
      return fail(failure('settings-unreadable', { reason: 'JSON' }));
    }
  };
  const aside = `${path}.damaged`;
  return {
    read: () => inTurn(load),
    write: (key, value) =>
      inTurn(async () => {
        const current = await load();
        if (!current.ok && current.failure.params.reason !== 'JSON') return current;
        const values = new Map(Object.entries(current.ok ? current.value : {})).set(key, value);
        try {
          if (!current.ok) await copyFile(path, aside);
          await writeAtomically(path, `${JSON.stringify(Object.fromEntries(values), null, 2)}\n`);
          return ok(null);
        } catch (error) {
          return fail(failure('settings-unwritable', { reason: reasonOf(error) }));
        }
      }),
  };
}
