import { describe, expect, it } from 'vitest';
import { fail, ok } from '#shared/core/result';
import { failure } from '#shared/core/failure';
import { answer } from '#shared/ipc/answer';
import type { Handlers } from '#shared/ipc/channels';
import { requestParsers } from '#shared/ipc/channels';
import { platformFailureCodes, platformFailures } from '#shared/ipc/failures';

const nothing = () => Promise.resolve(ok(null));
const handlers: Handlers<string> = {
  'file.initial': nothing,
  'file.open': () => Promise.reject(new Error('a mistake of ours')),
  'file.save': (request) => Promise.resolve(ok({ grant: 'g', name: request.suggestedName })),
  'journal.append': nothing,
  'journal.read': () => Promise.resolve(ok([])),
  'journal.compact': nothing,
  'file.saveFolder': ({ suggestedName }) => Promise.resolve(ok({ name: suggestedName })),
  'window.print': () => Promise.resolve(ok(true)),
  'typeset.pdf': () => Promise.resolve(fail(failure('typeset-stopped'))),
  'spelling.unknown': () => Promise.resolve(ok([])),
  'spelling.suggest': () => Promise.resolve(ok([])),
  'sharing.start': () => Promise.resolve(fail(failure('sharing-not-here'))),
  'sharing.stop': nothing,
  'settings.read': () => Promise.resolve(ok({})),
  'settings.write': nothing,
  'window.state': nothing,
};

const ask = async (channel: unknown, request: unknown, caller: string | null = 'window') => {
  const mistakes: unknown[] = [];
  const result = await answer(channel, request, caller, handlers, (mistake) => mistakes.push(mistake));
  return { result, mistakes };
};

describe('requests from a window', () => {
  it('I1 a sender that is not our own window on our own origin is refused before anything is read', async () => {
    const { result } = await ask('file.initial', null, null);
    expect(result).toEqual(fail(failure('ipc-untrusted-sender')));
  });

  it.each([
    'file.delete',
    '__proto__',
    'constructor',
    'toString',
    '',
    7,
    null,
    undefined,
    { toString: () => 'file.open' },
  ])('I2 an unknown channel is answered as a failure (%s)', async (channel) => {
    const { result } = await ask(channel, null);
    expect(result).toMatchObject({ ok: false, failure: { code: 'ipc-unknown-channel' } });
  });

  it.each([
    ['file.initial', undefined],
    ['file.save', null],
    ['file.save', { grant: null, suggestedName: '', bytes: new Uint8Array() }],
    ['file.save', { grant: null, suggestedName: 'x', bytes: [1, 2] }],
    ['file.save', { grant: 7, suggestedName: 'x', bytes: new Uint8Array() }],
    ['file.save', { grant: null, suggestedName: 'x', bytes: new Uint8Array(), path: '/etc/passwd' }],
    ['journal.append', { programme: 'p', entry: { document: 'elsewhere', update: new Uint8Array() } }],
    ['journal.append', { programme: '', entry: { document: 'programme', update: new Uint8Array() } }],
    ['journal.compact', { programme: 'p', entries: 'all' }],
    ['file.saveFolder', { suggestedName: '../x', files: [] }],
    ['file.saveFolder', { suggestedName: 'x', files: [{ name: '../a.pdf', bytes: new Uint8Array() }] }],
    ['file.saveFolder', { suggestedName: 'x', files: [{ name: '.skjult', bytes: new Uint8Array() }] }],
    [
      'file.saveFolder',
      { suggestedName: 'x', files: ['a.pdf', 'A.pdf'].map((name) => ({ name, bytes: new Uint8Array() })) },
    ],
    ['window.print', { silent: true }],
    ['typeset.pdf', { files: { 'main.typ': 1 } }],
    ['settings.write', { key: '__proto__', value: 'x' }],
    ['settings.write', { key: 'language', value: 1 }],
    ['window.state', { title: 'x', unsaved: 'no' }],
  ])('I3 a request that does not fit its channel is answered as a failure (%s, %o)', async (channel, request) => {
    const { result } = await ask(channel, request);
    expect(result).toEqual(fail(failure('ipc-invalid-request', { channel })));
  });

  it('I4 a request that fits reaches its handler', async () => {
    const { result } = await ask('file.save', { grant: null, suggestedName: 'x.program', bytes: new Uint8Array([1]) });
    expect(result).toEqual(ok({ grant: 'g', name: 'x.program' }));
  });

  it('I5 a handler that throws is answered as a failure, and the mistake is reported', async () => {
    const { result, mistakes } = await ask('file.open', null);
    expect(result).toEqual(fail(failure('ipc-handler-stopped', { channel: 'file.open' })));
    expect(mistakes).toEqual([new Error('a mistake of ours')]);
  });

  it('I6 every channel has a parser and a handler', () => {
    expect(Object.keys(handlers).sort()).toEqual(Object.keys(requestParsers).sort());
  });

  it('I7 every failure has a sentence in each language, with the same placeholders', () => {
    const placeholders = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();
    expect(Object.keys(platformFailures).sort()).toEqual([...platformFailureCodes].sort());
    for (const sentences of Object.values(platformFailures)) {
      expect(placeholders(sentences.nn)).toEqual(placeholders(sentences.nb));
      expect(placeholders(sentences.en)).toEqual(placeholders(sentences.nb));
    }
  });
});
