import * as v from 'valibot';
import type { Failure } from '../core/failure';
import type { ProgrammeId } from '../core/ids';
import { programmeId } from '../core/ids';
import type { Result } from '../core/result';
import type { GrantId, JournalEntry, OpenedFile, SharingInfo } from './platform';
import { sharedDocuments, spelledLanguages, typesetPurposes } from './platform';

const largestBytes = 256 * 1024 * 1024;
const largestText = 64 * 1024 * 1024;

const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array && value.byteLength <= largestBytes);
const shortText = v.pipe(v.string(), v.maxLength(1_000));
const programme = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(200),
  v.transform((raw): ProgrammeId => programmeId(raw)),
);
const journalEntry = v.strictObject({ document: v.picklist(sharedDocuments), update: bytes });
const spelledWord = v.pipe(v.string(), v.maxLength(200));
/** A name that every system takes, and that leads to no other folder. */
const plainName = v.pipe(v.string(), v.regex(/^[^\\/:*?"<>|\p{Cc}.][^\\/:*?"<>|\p{Cc}]{0,199}$/u));
const nothing = v.null();

/** How a request on each channel must look; whatever else arrives is answered with `ipc-invalid-request`. */
export const requestParsers = {
  'file.initial': nothing,
  'file.open': nothing,
  'file.save': v.strictObject({
    grant: v.nullable(shortText),
    suggestedName: v.pipe(shortText, v.minLength(1)),
    bytes,
  }),
  'file.saveFolder': v.strictObject({
    suggestedName: plainName,
    files: v.pipe(
      v.array(v.strictObject({ name: plainName, bytes })),
      v.maxLength(500),
      v.check((files) => new Set(files.map(({ name }) => name.toLowerCase())).size === files.length),
    ),
  }),
  'window.print': nothing,
  'journal.append': v.strictObject({ programme, entry: journalEntry }),
  'journal.read': v.strictObject({ programme }),
  'journal.compact': v.strictObject({ programme, entries: v.array(journalEntry) }),
  'typeset.pdf': v.strictObject({
    files: v.record(v.pipe(v.string(), v.maxLength(200)), v.pipe(v.string(), v.maxLength(largestText))),
    purpose: v.picklist(typesetPurposes),
  }),
  'spelling.unknown': v.strictObject({
    language: v.picklist(spelledLanguages),
    words: v.pipe(v.array(spelledWord), v.maxLength(10_000)),
  }),
  'spelling.suggest': v.strictObject({ language: v.picklist(spelledLanguages), word: spelledWord }),
  'sharing.start': nothing,
  'sharing.stop': nothing,
  'settings.read': nothing,
  'settings.write': v.strictObject({
    key: v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9.-]{0,99}$/)),
    value: v.pipe(v.string(), v.maxLength(100_000)),
  }),
  'window.state': v.strictObject({ title: shortText, unsaved: v.boolean() }),
} as const;

export type Channel = keyof typeof requestParsers;
export type Request<C extends Channel> = v.InferOutput<(typeof requestParsers)[C]>;

interface Responses {
  readonly 'file.initial': OpenedFile | null;
  readonly 'file.open': OpenedFile | null;
  readonly 'file.save': { readonly grant: GrantId; readonly name: string } | null;
  readonly 'file.saveFolder': { readonly name: string } | null;
  readonly 'window.print': boolean;
  readonly 'journal.append': null;
  readonly 'journal.read': readonly JournalEntry[];
  readonly 'journal.compact': null;
  readonly 'typeset.pdf': Uint8Array;
  readonly 'spelling.unknown': readonly string[];
  readonly 'spelling.suggest': readonly string[];
  readonly 'sharing.start': SharingInfo;
  readonly 'sharing.stop': null;
  readonly 'settings.read': Readonly<Record<string, string>>;
  readonly 'settings.write': null;
  readonly 'window.state': null;
}
export type Response<C extends Channel> = Result<Responses[C], Failure>;

/** One handler a channel: a missing one does not compile. `Caller` says which window asked. */
export type Handlers<Caller> = {
  readonly [C in Channel]: (request: Request<C>, caller: Caller) => Promise<Response<C>>;
};

export const isChannel = (name: unknown): name is Channel =>
  typeof name === 'string' && Object.hasOwn(requestParsers, name);
