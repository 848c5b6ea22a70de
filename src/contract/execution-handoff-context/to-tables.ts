import type { Cell, ContentFinding, TableRows } from '../contract.ts';
import type { ExecutionHandoffContext } from './1.0.0/types.generated.ts';

/** The context and its parts as rows. Lists inside a part are JSON text; an absent field is null. */
export function toTables(document: unknown, text: string, warnings: readonly ContentFinding[]): TableRows[] {
  const context = document as ExecutionHandoffContext;
  const id = context.handoffId;
  return [
    table('handoff_context', CONTEXT_COLUMNS, [contextRow(context, text)]),
    table('handoff_recommendation', RECOMMENDATION_COLUMNS, partRows(id, context.recommendations, recommendationCells)),
    table('handoff_topic', TOPIC_COLUMNS, partRows(id, context.topicContext ?? [], topicCells)),
    table('handoff_question', QUESTION_COLUMNS, partRows(id, context.questionContext ?? [], questionCells)),
    table('handoff_warning', WARNING_COLUMNS, partRows(id, warnings, warningCells)),
  ].filter(({ rows }) => rows.length > 0);
}

function table(name: string, columns: readonly string[], rows: readonly Cell[][]): TableRows {
  return { table: name, columns, rows };
}

function partRows<T>(id: string, parts: readonly T[], cells: (part: T) => Cell[]): Cell[][] {
  return parts.map((part, position) => [id, position, ...cells(part)]);
}

const CONTEXT_COLUMNS = [
  'handoff_id', 'handoff_timestamp', 'handoff_version', 'approved_by', 'approval_timestamp', 'approval_reason',
  'source_request_id', 'source_analysis_timestamp', 'governance_status', 'governance_warnings', 'metric_context',
  'audit_trail', 'document',
]; // prettier-ignore

function contextRow(context: ExecutionHandoffContext, text: string): Cell[] {
  return [
    context.handoffId,
    context.handoffTimestamp,
    context.handoffVersion,
    context.approvedBy,
    context.approvalTimestamp,
    context.approvalReason ?? null,
    context.sourceRequestId,
    context.sourceAnalysisTimestamp,
    context.governanceStatus,
    json(context.governanceWarnings),
    json(context.metricContext),
    json(context.auditTrail),
    text,
  ];
}

const RECOMMENDATION_COLUMNS = [
  'handoff_id', 'position', 'recommendation_id', 'type', 'priority', 'title', 'description', 'actionable_steps', 'topic_id',
  'topic_name', 'question_id', 'question_text', 'expected_impact', 'created_at', 'generated_by', 'warnings',
]; // prettier-ignore

function recommendationCells(part: ExecutionHandoffContext['recommendations'][number]): Cell[] {
  return [
    part.recommendationId,
    part.type,
    part.priority,
    part.title,
    part.description,
    JSON.stringify(part.actionableSteps),
    part.topicId ?? null,
    part.topicName ?? null,
    part.questionId ?? null,
    part.questionText ?? null,
    part.expectedImpact,
    part.createdAt,
    part.generatedBy,
    json(part.warnings),
  ];
}

const TOPIC_COLUMNS = [
  'handoff_id', 'position', 'topic_id', 'topic_name', 'geo_score', 'visibility_score', 'sentiment_score', 'brand_rank',
  'competitor_count', 'question_count', 'sample_questions',
]; // prettier-ignore

function topicCells(part: NonNullable<ExecutionHandoffContext['topicContext']>[number]): Cell[] {
  return [
    part.topicId,
    part.topicName,
    part.geoScore ?? null,
    part.visibilityScore ?? null,
    part.sentimentScore ?? null,
    part.brandRank ?? null,
    part.competitorCount ?? null,
    part.questionCount ?? null,
    json(part.sampleQuestions),
  ];
}

const QUESTION_COLUMNS = [
  'handoff_id', 'position', 'question_id', 'question_text', 'ai_answer_excerpt', 'brand_mentioned', 'brand_position',
  'sentiment', 'topic_id', 'topic_name',
]; // prettier-ignore

function questionCells(part: NonNullable<ExecutionHandoffContext['questionContext']>[number]): Cell[] {
  return [
    part.questionId,
    part.questionText,
    part.aiAnswerExcerpt ?? null,
    part.brandMentioned ? 1 : 0,
    part.brandPosition ?? null,
    part.sentiment ?? null,
    part.topicId,
    part.topicName,
  ];
}

const WARNING_COLUMNS = ['handoff_id', 'position', 'rule_id', 'pointer', 'excerpt'];

function warningCells({ rule_id: rule, pointer, excerpt }: ContentFinding): Cell[] {
  return [rule, pointer, excerpt];
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
