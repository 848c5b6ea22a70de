import type { TemplateForm } from './liquid.ts';

/** What may end a link in plain text without being part of it. */
const TEXT_LINK = /https?:\/\/[^\s<>"'{}]*[^\s<>"'{}.,;:!?)\]]/g;
const GOES_ON = /[.,;:!?)\]]*\{[{%]/y;
const HTML_LINK = /(?<=\bhref\s*=\s*(["']))https?:\/\/[^"'<>\s]*(?=\1)/gi;

/** The links that a template names itself, in order; those with variables in them are no fixed links. */
export function linksIn(template: string, form: TemplateForm): string[] {
  const found: string[] = [];
  replaceLinks(template, form, (url) => {
    found.push(url);
    return url;
  });
  return found;
}

/**
 * Puts another address where a fixed link stands. On the template, before any value is put in: what somebody is called
 * never becomes a link of ours.
 */
export function replaceLinks(template: string, form: TemplateForm, replace: (url: string) => string): string {
  if (form === 'html') return template.replaceAll(HTML_LINK, (link) => replaceHtml(link, replace));
  return template.replaceAll(TEXT_LINK, (link, offset: number) =>
    goesOn(template, offset + link.length) ? link : fixed(link, replace),
  );
}

/** Whether a link goes on with a variable or a condition, also after what would end it otherwise: then it is not fixed. */
function goesOn(template: string, at: number): boolean {
  GOES_ON.lastIndex = at;
  return GOES_ON.test(template);
}

function replaceHtml(link: string, replace: (url: string) => string): string {
  if (link.includes('{{') || link.includes('{%')) return link;
  return fixed(link.replaceAll('&amp;', '&'), replace).replaceAll('&', '&amp;');
}

function fixed(url: string, replace: (url: string) => string): string {
  return URL.canParse(url) ? replace(url) : url;
}
