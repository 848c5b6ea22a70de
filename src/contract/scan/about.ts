import type { Match } from './rules/rule.ts';

/** How much of the sentence before and behind a hit is read. */
const REACH = 160;

const CONTENT =
  '(?:articles?|guides?|tutorials?|glossary|posts?|explainers?|faqs?|topics?|pages?|sections?|chapters?|questions?|queries|query|keywords?|entry|entries|hub|videos?|webinars?|comparisons?|checklists?|phrases?|terms?|titles?|headings?|headlines?|searches|white ?papers?|series|overviews?|content|answers?|definitions?|introductions?|lessons?|courses?|infographics?|podcasts?|case study|case studies|cluster|pillar|h1|h2|subheadings?|subtopics?|block|how-to)';

/** Words after which a thing is spoken of: to explain, to compare, a question, an article about. */
const EXPLAINS = new RegExp(
  [
    '\\b(?:explain(?:s|ing|ed)?|describ(?:e|es|ing)|discuss(?:es|ing)?|defin(?:e|es|ing)|cover(?:s|ing)?|compar(?:e|es|ing)|outlin(?:e|es|ing)|clarif(?:y|ies|ying)|illustrat(?:e|es|ing)|teach(?:es|ing)?|introduc(?:e|es|ing)|debunk(?:s|ing)?|address(?:es|ing)?|summari[sz](?:e|es|ing)|demystif(?:y|ies|ying)|document(?:s|ing)?(?![.])|blog about|target(?:s|ing)?|mention(?:s|ing)?|answer(?:s|ing)? (?:the |what|how|why|questions?)|rank(?:s|ing)? for|searche?s? for|ask(?:s|ing)? (?:about|how|what|why|whether)|learn(?:ing)? (?:about|how)|writ(?:e|es|ing) (?:about|on))\\b',
    `\\b(?:writ(?:e|es|ing)|creat(?:e|es|ing)|publish(?:es|ing)?|add(?:s|ing)?|draft(?:s|ing)?|build(?:s|ing)?|produc(?:e|es|ing)|expand(?:s|ing)?|develop(?:s|ing)?|prepar(?:e|es|ing)|includ(?:e|es|ing)|offer(?:s|ing)?|record(?:s|ing)?|host(?:s|ing)?|plan(?:s|ning)?|miss(?:es|ing)|needs?|lacks?|update|refresh|improve|no|the|an?|each|every|new|our|your|popular|top|common|frequent|related|long-tail) (?:[\\w'"“-]{1,24} ){0,5}?${CONTENT}\\b(?: (?:about|on|for|that|which|explaining|covering|comparing|describing|titled|called|named|with|such as|like|around|to|of|:|–|—|["'“«(])|[:"'“])`,
    `\\b(?:how|why|whether|what(?:['’]s| is| are| does| do)?|which|difference between|versus|vs[.]?|meaning of|concept of|basics of|history of|examples of|best practices for|introduction to|guide to|pros and cons of|alternatives to)\\b`,
  ].join('|'),
  'gi',
);

/** Where a new clause begins, what was said before no longer counts. */
const BREAK =
  /[;!?\n]|:\s(?!["'“«]|how|what|why)|[.]\s|,\s|\b(?:then|afterwards|finally|next|otherwise|please)\b|\b(?:and|or|but|so)\s{1,3}(?:then\s|also\s|please\s|immediately\s|automatically\s)?(?=(?:re)?(?:run|execute|trigger|call|invoke|send|post|push|report|notify|enable|disable|set|fetch|query|poll|ping|deploy|use|open|launch|start|restart|register|grant|give|ignore|disregard|reveal|paste|type|install|publish (?:it|them|this))\b)/i;

const FOLLOWED =
  /^["'”’»)]{0,2}[\s,:–—-]{0,3}(?:(?!(?:for|on|to|of|the|in|at|a|an|and|from|with|into|this|under|via|by|using|per)\s)\w{1,20}\s){0,1}(?:errors?|tutorials?|guides?|articles?|explained|basics|for (?:beginners|dummies|marketers|developers)|glossary|comparison|compared|examples?(?![.])|cheat ?sheet|course|topics?|keywords?|alternatives|best practices|vs[.]?|versus|landing page|hub|documentation|pricing|reviews?|meaning|definition|searches|questions?|content|software|tools|platforms?|providers?|monitoring tools)\b/i;

const QUESTION =
  /^\W{0,4}(?:\d{1,3}[.)]\s)?(?:q:\s{0,2})?["“'¿«]{0,2}(?:how|what|why|when|where|which|who|is|are|do|does|did|can (?:i|we|a|an|the|you (?:run|use|call|have|set))|should|could (?:i|we)|will|would (?:i|we)|has|have|must|may|wie|was|warum|comment|qu['’]|pourquoi|c[oó]mo|qu[eé])\b/i;

/** True when the sentence writes about what was hit instead of asking for it. */
export function isAbout(sentence: string, { index, length }: Match): boolean {
  if (
    sentence
      .trimEnd()
      .replace(/["'”’»)]{1,3}$/, '')
      .endsWith('?') &&
    QUESTION.test(sentence)
  )
    return true;
  const before = sentence.slice(Math.max(0, index - REACH), index);
  if (
    !/[:=(]\s{0,3}$/.test(sentence.slice(index, index + length)) &&
    FOLLOWED.test(sentence.slice(index + length, index + length + REACH)) &&
    !/\b(?:this|the|following|these)\b/i.test(sentence.slice(index, index + length))
  )
    return true;
  for (const marker of before.matchAll(EXPLAINS)) {
    const between = before.slice(marker.index + marker[0].length);
    if (!BREAK.test(`${between}${sentence.slice(index, index + 24)}`.slice(0, between.length + 12))) return true;
    if (
      /["“«'][^"”»']{0,80}$/.test(between) &&
      /^[^"”»']{0,200}["”»']/.test(sentence.slice(index)) &&
      !/[;\n]/.test(between)
    )
      return true;
  }
  return QUOTED_QUESTION.test(before) && /^[^"”»]{0,200}\?/.test(sentence.slice(index));
}

/** The hit is inside of a quoted question. */
const QUOTED_QUESTION = /["“«](?:how|what|why|when|which|who|is|are|do|does|can|should)\b[^"”»]{0,120}$/i;
