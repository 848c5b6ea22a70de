/**
 * Where the words of the writer end and the mail begins that they answer. Ours has words about unsubscribing in it, so what is
 * quoted must not be read as theirs.
 */
const QUOTE_HEADS: readonly RegExp[] = [
  // "On 3 June 2026, Sales <sales@…> wrote:" in the languages of mail programs; the line may be broken after the address.
  /^(?:on|am|le|el|il|em|op)\b.{4,300}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef)\b.{0,80}$/i,
  /^.{0,200}<[^<>@\s]{3,200}@[^<>@\s]{3,200}>.{0,60}(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef)\s?:$/i,
  /^(?:on|am|le|el)\b.{4,300}[<([][^<>()[\]@\s]{3,200}@[^<>()[\]@\s]{3,200}[>)\]]$/i,
  /^-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|weitergeleitete nachricht)\s*-{2,}/i,
  /^_{20,}$/,
  /^begin forwarded message:/i,
];

/** Outlook has no such line, but the headers of the mail: two of them in a row are one. */
const HEADER_LINE =
  /^\*?(?:from|von|de|da|sent|gesendet|envoyé|enviado|inviato|to|an|à|para|date|datum|fecha|subject|betreff|objet|asunto)\s?:\*?\s*\S/i;
const FIRST_HEADER = /^\*?(?:from|von|de|da)\s?:\*?\s*\S/i;

const MAX_LINES = 2_000;
/** No head of a quote is longer: each of its lines is looked at from every side. */
const MAX_HEAD_CHARACTERS = 800;

/** The lines that the writer wrote, at the top and between what they quote; what comes after a head of a quote is left out. */
export function newText(text: string): string {
  const lines = text.split(/\r?\n/, MAX_LINES).map((line) => line.trim().slice(0, 2_000));
  const end = lines.findIndex((_, index) => isQuoteHead(lines, index));
  return (end === -1 ? lines : lines.slice(0, end))
    .filter((line) => !line.startsWith('>'))
    .join('\n')
    .trim();
}

function isQuoteHead(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '';
  const next = lines[index + 1] ?? '';
  if (FIRST_HEADER.test(line)) return HEADER_LINE.test(next) || HEADER_LINE.test(lines[index + 2] ?? '');
  return [line, `${line} ${next}`.trim()].some((candidate) => {
    const start = candidate.slice(0, MAX_HEAD_CHARACTERS);
    return QUOTE_HEADS.some((head) => head.test(start));
  });
}
