/** Where a shared programme lives and the secret that opens it. */
export interface Invitation {
  readonly url: string;
  readonly invite: string;
}

/** The link a person sends: the secret stands after `#`, where no server log sees it. */
export const invitationLink = ({ url, invite }: Invitation): string => `${url.replace(/\/$/, '')}/#inv=${invite}`;

/** Reads a link back; `null` for anything that is not one. */
export function readInvitation(link: string): Invitation | null {
  if (!URL.canParse(link.trim())) return null;
  const { protocol, origin, hash } = new URL(link.trim());
  const invite = /^#inv=([\w-]{16,200})$/.exec(hash)?.[1];
  return invite !== undefined && (protocol === 'http:' || protocol === 'https:') ? { url: origin, invite } : null;
}
