import { domainToASCII } from 'node:url';

/**
 * An address as addresses are compared: trimmed, NFC, lower case, the domain as ASCII. Undefined for what is no address.
 * Dots and tags of a provider are left as they are: who owns them differs from provider to provider.
 */
export function normalizeEmail(address: string): string | undefined {
  const text = address.trim().normalize('NFC').toLowerCase();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = domainToASCII(text.slice(at + 1));
  if (at < 1 || domain === '' || !domain.includes('.') || /[\s<>,;"]/.test(local)) return undefined;
  return `${local}@${domain}`;
}

export function domainOf(emailNorm: string): string {
  return emailNorm.slice(emailNorm.lastIndexOf('@') + 1);
}
