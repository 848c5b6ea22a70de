/** Names in a refused document are the sender's: a report shows no more of them than this. */
const MAX_NAME_LENGTH = 64;

/** RFC 6901: the pointer to member `name` of the value at `parent`, fit for a terminal. */
export function pointerTo(parent: string, name: string | number): string {
  return `${parent}/${printable(String(name)).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function printable(name: string): string {
  const short = name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH)}…` : name;
  return short.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
