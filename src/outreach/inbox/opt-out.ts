/** What people write who want no more mail. Short, and only in what they wrote themselves: our own mails say such words too. */
const PHRASES: readonly RegExp[] = [
  /\bunsubscribe me\b|\b(?:please|pls|kindly),? unsubscribe\b|\bhow (?:do|can) i unsubscribe\b/,
  /\b(?:remove|take|delete) (?:me|us|my (?:e-?mail|address)|this address)\b.{0,40}\b(?:from|off|list|database)\b/,
  /\bremove me\b/,
  /\b(?:stop|quit) (?:e-?mailing|mailing|contacting|writing|messaging|sending)\b/,
  /\b(?:do not|don'?t|never) (?:e-?mail|contact|write to|message|mail) (?:me|us)\b/,
  /\bno (?:more|further) (?:e-?mails?|mails?|messages?|contact)\b/,
  /\bopt(?:ing)? (?:me )?out\b/,
  /\b(?:keine|nicht) (?:weiteren?|mehr) (?:e-?mails?|mails?|nachrichten|kontakt\w*|an(?:schreiben|mailen))\b/,
  /\b(?:kontaktieren|schreiben|mailen) sie (?:mich|uns) (?:bitte )?nicht\b/,
  /\bnicht (?:mehr|länger|weiter) (?:kontaktier\w*|anschreib\w*|angeschrieben|schreiben)\b/,
  /\b(?:aus|von) (?:ihre[mr]|eure[mr]|der|dem) (?:e-?mail-?|mail-?)?(?:liste|verteiler|datenbank)\b/,
  /\b(?:bitte )?(?:abmelden|austragen|abbestellen)\b/,
  /\bne (?:me|nous) (?:contactez|écrivez|envoyez) plus\b|\bne plus (?:me|nous|recevoir)\b/,
  /\bd[ée]s(?:abonn|inscri)\w*/,
  /\b(?:dar(?:me|nos)|d[ée](?:me|nos)|darse) de baja\b|\bcancelar (?:mi |la )?suscripción\b/,
  /\bno (?:me|nos) (?:contact|escrib|env[ií])\w*/,
];

/** On its own a word is enough. */
const WORDS =
  /^(?:please |pls |bitte )?(?:unsubscribe|stop|remove|opt[ -]?out|abmelden|austragen|stopp|baja|désabonner)(?: me| mich)?(?: from .{1,40})?[.!,]*(?: (?:please|thanks|thank you|bitte|danke|merci|gracias))?[.!]*$/;

/** Further down somebody tells a story; nobody begins with one who wants to be left alone. */
const MAX_CHARACTERS = 600;

/** `written` is what `newText` left. */
export function isOptOut(written: string): boolean {
  const text = written.slice(0, MAX_CHARACTERS).toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim();
  const [firstLine = ''] = written.slice(0, MAX_CHARACTERS).toLowerCase().split('\n');
  return WORDS.test(firstLine.trim()) || PHRASES.some((phrase) => phrase.test(text));
}
