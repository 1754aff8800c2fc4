import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What LibreOffice is asked to do with a document after it has opened it. */
export type OfficeAction = 'none' | 'accept' | 'reject';

export interface OfficeTask {
  readonly bytes: Uint8Array;
  /** How the bytes are to be read: `docx`, `odt`, `fodt`, … */
  readonly extension: string;
  readonly action: OfficeAction;
  readonly as: 'fodt' | 'docx' | 'odt' | 'html' | 'pdf' | 'rtf' | 'txt';
}

const filters: Readonly<Record<OfficeTask['as'], string>> = {
  fodt: 'OpenDocument Text Flat XML',
  docx: 'MS Word 2007 XML',
  odt: 'writer8',
  html: 'HTML (StarWriter)',
  pdf: 'writer_pdf_Export',
  rtf: 'Rich Text Format',
  txt: 'Text (encoded)',
};

/** Works through a list of documents, one a line: address in, action, addresses out, their filters. The last thing it does is to leave. */
const macro = `Sub Work(listAddress As String)
  Dim file As Integer, row As String, parts, outputs, names, doc, dispatcher, at As Integer
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim store(1) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  file = FreeFile
  Open listAddress For Input As #file
  Do While Not Eof(file)
    Line Input #file, row
    parts = Split(row, Chr(9))
    If UBound(parts) = 3 Then
      doc = StarDesktop.loadComponentFromURL(parts(0), "_blank", 0, hidden())
      If parts(1) = "accept" Then dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:AcceptAllTrackedChanges", "", 0, Array())
      If parts(1) = "reject" Then dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:RejectAllTrackedChanges", "", 0, Array())
      outputs = Split(parts(2), "|")
      names = Split(parts(3), "|")
      For at = 0 To UBound(outputs)
        store(0).Name = "FilterName"
        store(0).Value = names(at)
        store(1).Name = "FilterOptions"
        store(1).Value = "UTF8,LF"
        doc.storeToURL(outputs(at), store())
      Next at
      doc.close(True)
    End If
  Loop
  Close #file
  StarDesktop.terminate()
End Sub
`;

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const library = (kind: 'script' | 'dialog', names: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">${
    kind === 'script' ? names.map((name) => `<library:element library:name="${name}"/>`).join('') : ''
  }</library:library>`;

const libraries = (kind: 'script' | 'dialog'): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/${kind}.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`;

/** A first start fills a new profile with its own libraries, so ours are put there after it. */
async function writeProfile(profile: string): Promise<void> {
  await run(
    'soffice',
    ['--headless', `-env:UserInstallation=${pathToFileURL(profile).href}`, '--terminate_after_init'],
    {
      timeout: 60_000,
    },
  );
  const basic = join(profile, 'user', 'basic');
  const standard = join(basic, 'Standard');
  await mkdir(standard, { recursive: true });
  await writeFile(join(basic, 'script.xlc'), libraries('script'));
  await writeFile(join(basic, 'dialog.xlc'), libraries('dialog'));
  await writeFile(join(standard, 'script.xlb'), library('script', ['Tasks']));
  await writeFile(join(standard, 'dialog.xlb'), library('dialog', []));
  await writeFile(
    join(standard, 'Tasks.xba'),
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Tasks" script:language="StarBasic">${escapeXml(macro)}</script:module>`,
  );
}

/** One profile for the whole test process; it is removed when that ends. */
let profile: Promise<string> | null = null;

function preparedProfile(): Promise<string> {
  profile ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'programrevisjon-profile-'));
    process.once('exit', () => {
      rmSync(folder, { recursive: true, force: true });
    });
    await writeProfile(folder);
    return folder;
  })();
  return profile;
}

/** Bounds for a machine that does other things too: a stuck LibreOffice is ended, a slow one is not. */
const startMs = 300_000;
const mostMsForOne = 10_000;

interface Opening extends Omit<OfficeTask, 'as'> {
  /** Indices of the tasks that it is saved for. */
  readonly saved: readonly number[];
}

/** What is to be opened, each document once however often it is to be saved: opening is what costs. */
function openings(tasks: readonly OfficeTask[]): readonly Opening[] {
  const opened: (Opening & { readonly saved: number[] })[] = [];
  for (const [at, { bytes, extension, action }] of tasks.entries()) {
    const same = opened.find(
      (other) => other.bytes === bytes && other.extension === extension && other.action === action,
    );
    if (same === undefined) opened.push({ bytes, extension, action, saved: [at] });
    else same.saved.push(at);
  }
  return opened;
}

/**
 * Lets one LibreOffice, in a profile of its own, open each document, accept or reject its changes, and save it: `result[i]` belongs to
 * `tasks[i]`. One start for all of them: starting costs seconds, a document a fraction of one. Rejects when a result is missing.
 */
export async function processInLibreOffice(tasks: readonly OfficeTask[]): Promise<readonly Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'programrevisjon-office-'));
  try {
    const prepared = await preparedProfile();
    const outputs = tasks.map(({ as }, index) => join(folder, `out-${index}.${as}`));
    const rows = await Promise.all(
      openings(tasks).map(async (opening, index) => {
        const input = join(folder, `in-${index}.${opening.extension}`);
        await writeFile(input, opening.bytes);
        const addresses = opening.saved.map((task) => pathToFileURL(outputs[task] ?? '').href);
        const names = opening.saved.map((task) => filters[tasks[task]?.as ?? 'odt']);
        return [pathToFileURL(input).href, opening.action, addresses.join('|'), names.join('|')].join('\t');
      }),
    );
    const list = join(folder, 'tasks.txt');
    await writeFile(list, `${rows.join('\n')}\n`);
    await run(
      'soffice',
      [
        '--headless',
        '--norestore',
        '--nologo',
        `-env:UserInstallation=${pathToFileURL(prepared).href}`,
        `macro:///Standard.Tasks.Work("${list}")`,
      ],
      { timeout: startMs + mostMsForOne * tasks.length },
    );
    return await Promise.all(outputs.map(async (output) => new Uint8Array(await readFile(output))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
