/** Word lists that several rules have in common, as parts of patterns. */

export const START =
  '(?:re-?)?(?:run(?:s|ning)?|execut(?:e|es|ing)|trigger(?:s|ing)?|invok(?:e|es|ing)|call(?:s|ing)?|launch(?:es)?|start(?:s)?|kick(?:s)? off|fire(?:s)?|activate|initiate|spawn|dispatch|enqueue|queue|schedul(?:e|es)|restart|reboot|spin up|deploy(?:s)?|hit|ping|curl)';

export const START_NEEDS = (
  'run runs running rerun execute executes executing trigger triggers triggering retrigger invoke invokes invoking call ' +
  'calls calling launch launches start starts kick kicks fire fires activate initiate spawn dispatch enqueue queue ' +
  'schedule schedules reschedule restart reboot spin deploy deploys redeploy hit ping curl'
).split(' ');

/** What only a machine has: nobody says "run the endpoint" to a writer. */
export const MACHINE =
  '(?:(?:shell |bash |python |deploy(?:ment)? |build |sync |migration |node )?scripts?|commands?|cron ?jobs?|crons?|webhooks?|web hooks?|endpoints?|apis?|lambdas?|functions?|pipelines?|daemons?|playbooks?|executables?|binar(?:y|ies)|containers?|microservices?|cli|stored procedures?|procedures?|automations?|background (?:jobs?|tasks?|workers?)|web ?servers?|servers?|rest calls?|http requests?|api (?:calls?|requests?)|(?:[a-z-]{2,20} )?(?:bots?|daemons?|workers?)|macros?|codes?|snippets?|db migrations?|migrations?|queries against|builds?)';

export const ACTION =
  '(?:re-?)?(?:publish|deploy|push|post|execute|run|apply|implement|sync|synchroni[sz]e|submit|delete|remove|merge|roll out|send|approve|create|update|upload|insert|index|overwrite|rebuild|refresh|generate|trigger|schedule|import|edit|replace|redirect|launch|activate|go live)';

/** People who may well be told something. */
export const PEOPLE =
  '(?:teams?|stakeholders?|clients?|customers?|editors?|writers?|managers?|management|leadership|marketing|sales|legal|board|executives?|cmo|ceo|subscribers?|readers?|users?|audience|followers?|colleagues?|agency|owners?|developers?|community|visitors?|buyers?|leads?|press|journalists?|partners?|members?|participants?|respondents?|people|shoppers?|employees|staff|department|group)';

/** The other side of a handoff, by whatever name. */
export const SOURCE =
  '(?:(?:the |our |your )?(?:geo[- _]?os(?: (?:side|system|platform|service desk|desk|team|service|strategy agent|agent|end))?|strategy side|analysis side|requesting (?:side|party)|issuing agent|geo (?:system|platform|engine|service|side)|source (?:system|platform|engine|service|application|side|os)|originating (?:system|platform|service|engine)|origin(?:al)? system|upstream(?: (?:system|service|platform|engine|api))?|sending (?:system|side|service|platform|tool|application|software)|requesting (?:system|service)|sender|producer|analysis (?:engine|system|service|platform|backend)|strategy agent|recommendation (?:engine|service|system)|handoff (?:service|sender|source|api|system|producer)|scoring (?:engine|service|system)|orchestrator|control plane|backend|mothership|(?:system|service|platform|tool|application|engine|side|party|software|machine|process|pipeline|agent) (?:that|which|who) (?:has )?(?:created|made|produced|sent|issued|generated|exported|prepared|wrote|delivered|emitted|built|provided|supplied|handed)(?: over| off)? (?:you )?(?:this|the|these|it)\\b|(?:system|service|platform|tool) (?:this|the) (?:hand-?off|context|file|document|batch|json|recommendation)s? (?:came|comes|originated|originates|was sent) from|(?:exporting|emitting|issuing|initiating|creating|generating|producing|calling|handing|delivering) (?:system|side|service|platform|tool|application|party)|system of origin|originator|whoever sent (?:this|it)|emitter))';

export const SOURCE_NEEDS =
  'geo geoos source originating origin original upstream sending requesting sender producer analysis strategy recommendation handoff scoring system service orchestrator control backend mothership created made produced sent issued generated exported prepared wrote delivered emitted exporting emitting issuing initiating creating generating producing calling handing delivering originator emitter originated'.split(
    ' ',
  );
