import { programmeId, type ProgrammeId } from '../core/ids';
import { sharedDocuments, type SharedDocument } from '../ipc/platform';

/** What is shared with everyone who has the programme, and what those who recommend keep to themselves. */
export type RoomDocument = SharedDocument | 'advice';

export interface Room {
  readonly document: RoomDocument;
  readonly programme: ProgrammeId;
}

const roomDocuments: readonly RoomDocument[] = [...sharedDocuments, 'advice'];

const programmePattern = /^[A-Za-z0-9_-]{1,64}$/;

/** Ids that may stand in a room's name, a file's name and an address alike. */
export const isProgrammeId = (raw: string): boolean => programmePattern.test(raw);

export const roomName = (document: RoomDocument, programme: ProgrammeId): string => `${document}/${programme}`;

/** `null` for anything that is not exactly a room of ours. */
export function parseRoom(name: string): Room | null {
  const [document, programme, ...rest] = name.split('/');
  const known = roomDocuments.find((candidate) => candidate === document);
  return known && programme !== undefined && rest.length === 0 && isProgrammeId(programme)
    ? { document: known, programme: programmeId(programme) }
    : null;
}
