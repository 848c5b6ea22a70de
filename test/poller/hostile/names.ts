/** Names that mean something to a shell, a path, a terminal, a database or an eye. */
export const CANDIDATE_NAMES: readonly string[] = [
  'a..json', 'a.json.json', ' a.json', 'a .json', '\u00a0.json', '%2e%2e.json', '%2e%2e%2fetc%2fpasswd.json', '~.json',
  '-rf.json', '--help.json', '+.json', 'a+b c.json', 'CON.json', 'NUL.json', 'aux.json', 'C:a.json', 'a\\..\\b.json',
  'a:b.json', 'a*?.json', 'a|b>c<d.json', '"a".json', "'; drop table file;--.json", '$(reboot).json', '`id`.json',
  '{{7*7}}.json', '%s%n.json', 'a&b=c#d?e.json', 'a,b;c.json', 'a\nb.json', '\n.json', '\r.json', 'a\tb.json',
  '\u0001.json', '\u0007.json', '\u001b[2J.json', '\u007f.json', '\u0085.json', '\u00e9.json', 'e\u0301.json',
  '\u212b.json', '\u00c5.json', '\u202egpj.json', '\u200b.json', '\ufeff.json', '\u2028.json', '\uffff.json',
  '\u{1f600}.json', '\uff0e\uff0e\uff0fx.json', 'constructor.json', 'toString.json', 'null.json', '0.json',
  'sxp_2026_01_11_001.json.json', 'sxp_2026_01_11_001 .json', 'sxp_2026_01_11_00\uff11.json', 'SXP_2026_01_11_001.json',
  'x.reason.json', 'x.0123456789abcdef.json', 'x.part.json', `${'a'.repeat(250)}.json`, `${'b'.repeat(249)}1.json`,
  `${'b'.repeat(249)}2.json`, `${'\u{1f600}'.repeat(62)}.json`, `${'%2e'.repeat(80)}.json`, 'a b.json', 'a_b.json', 'a-b.json',
]; // prettier-ignore

/** Names that are no batch's: counted, never touched. */
export const IGNORED_NAMES: readonly string[] = [
  '..json', '...json', '.json', '..a.json', '.a.json', '_a.json', '__proto__.json', '.\u202e.json', 'a.json ', 'a.json.',
  'a.json\n', 'a.json~', 'a.jsonl', 'A.JSON', 'a', ' ', '-', '\n', 'json', 'ajson', 'a.json.gz', 'dir/a.json', 'dir/..json',
  'dir.json/a.json', '\u202e/a.json',
]; // prettier-ignore
