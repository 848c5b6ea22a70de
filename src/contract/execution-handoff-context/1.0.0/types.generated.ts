// Made by scripts/generate-contracts.ts from schema.json. Change that one and run the script.

/**
 * All that GEO OS tells SEO OS about approved recommendations: read-only, self-contained and immutable. It informs; it never tells a machine to do something, and nothing goes back.
 */
export interface ExecutionHandoffContext {
  /**
   * Names this context, for ever; the name of its file.
   */
  handoffId: string;
  /**
   * When it was frozen and handed over.
   */
  handoffTimestamp: string;
  /**
   * Version of this contract that the context follows.
   */
  handoffVersion: '1.0.0';
  /**
   * Who approved the handoff.
   */
  approvedBy: string;
  /**
   * When it was approved.
   */
  approvalTimestamp: string;
  /**
   * Why it was approved.
   */
  approvalReason?: string;
  /**
   * The analysis request that it came from: provenance, nothing that can be asked about.
   */
  sourceRequestId: string;
  /**
   * When the analysis was completed.
   */
  sourceAnalysisTimestamp: string;
  /**
   * What governance said.
   */
  governanceStatus: 'approved' | 'approved_with_warnings';
  /**
   * What governance warns of; present where the status says so.
   *
   * @maxItems 100
   */
  governanceWarnings?: GovernanceWarning[];
  /**
   * What is recommended.
   *
   * @minItems 1
   * @maxItems 100
   */
  recommendations: Recommendation[];
  /**
   * What is known about the topics.
   *
   * @maxItems 50
   */
  topicContext?: Topic[];
  /**
   * What is known about the questions that people ask.
   *
   * @maxItems 500
   */
  questionContext?: Question[];
  metricContext?: Metrics;
  /**
   * How the handoff came about.
   *
   * @minItems 1
   * @maxItems 1000
   */
  auditTrail: AuditEntry[];
}
/**
 * One warning of governance.
 */
export interface GovernanceWarning {
  /**
   * Names this warning.
   */
  warningId: string;
  /**
   * What kind of warning it is.
   */
  type: string;
  /**
   * How much it matters.
   */
  severity: 'low' | 'medium' | 'high';
  /**
   * The warning, in words.
   */
  message: string;
  /**
   * The recommendation that it is about, one of this context.
   */
  recommendationId?: string;
}
/**
 * One recommendation.
 */
export interface Recommendation {
  /**
   * Names this recommendation.
   */
  recommendationId: string;
  /**
   * What kind of recommendation it is.
   */
  type: 'content_gap' | 'structural_improvement' | 'authority_signal' | 'topic_expansion';
  /**
   * How much it matters.
   */
  priority: 'high' | 'medium' | 'low';
  /**
   * The recommendation in a line.
   */
  title: string;
  /**
   * The recommendation in words.
   */
  description: string;
  /**
   * Steps for people to read, never commands.
   *
   * @maxItems 100
   */
  actionableSteps: string[];
  /**
   * The topic that it is about; its name stands beside it.
   */
  topicId?: string;
  /**
   * The topic's name.
   */
  topicName?: string;
  /**
   * The question that it is about; its text stands beside it.
   */
  questionId?: string;
  /**
   * The question's text.
   */
  questionText?: string;
  /**
   * What it is expected to bring, in words.
   */
  expectedImpact: string;
  /**
   * When it was made.
   */
  createdAt: string;
  /**
   * What made it.
   */
  generatedBy: 'strategy_agent';
  /**
   * What to mind about it.
   *
   * @maxItems 100
   */
  warnings?: RecommendationWarning[];
}
/**
 * One warning about a recommendation.
 */
export interface RecommendationWarning {
  /**
   * Names this warning.
   */
  warningId: string;
  /**
   * What kind of warning it is.
   */
  type: string;
  /**
   * How much it matters.
   */
  severity: 'low' | 'medium' | 'high';
  /**
   * The warning, in words.
   */
  message: string;
}
/**
 * One topic, with the values that it had at the analysis.
 */
export interface Topic {
  /**
   * Names this topic.
   */
  topicId: string;
  /**
   * The topic's name.
   */
  topicName: string;
  /**
   * From 0 to 100.
   */
  geoScore?: number;
  /**
   * From 0 to 100.
   */
  visibilityScore?: number;
  /**
   * From 0 to 100.
   */
  sentimentScore?: number;
  /**
   * The brand's position in the topic, from 1.
   */
  brandRank?: number;
  /**
   * How many competitors were seen.
   */
  competitorCount?: number;
  /**
   * How many questions belong to the topic.
   */
  questionCount?: number;
  /**
   * Texts of some of them.
   *
   * @maxItems 100
   */
  sampleQuestions?: string[];
}
/**
 * One question, with what an assistant answered to it.
 */
export interface Question {
  /**
   * Names this question.
   */
  questionId: string;
  /**
   * The question's text.
   */
  questionText: string;
  /**
   * An excerpt of the answer, never all of it.
   */
  aiAnswerExcerpt?: string;
  /**
   * Whether the answer names the brand.
   */
  brandMentioned: boolean;
  /**
   * Where it is named, from 1; only where it is.
   */
  brandPosition?: number;
  /**
   * How the brand is spoken of.
   */
  sentiment?: 'positive' | 'neutral' | 'negative';
  /**
   * The topic that the question belongs to.
   */
  topicId: string;
  /**
   * The topic's name.
   */
  topicName: string;
}
/**
 * Values over all topics at the analysis.
 */
export interface Metrics {
  /**
   * From 0 to 100.
   */
  overallGeoScore?: number;
  /**
   * From 0 to 100.
   */
  overallVisibilityScore?: number;
  /**
   * From 0 to 100.
   */
  overallSentimentScore?: number;
  /**
   * What was analysed.
   */
  analysisTimeRange: {
    /**
     * From then on.
     */
    start: string;
    /**
     * Until then.
     */
    end: string;
  };
  /**
   * How many topics were analysed.
   */
  topicsAnalyzed: number;
  /**
   * How many questions were analysed.
   */
  questionsAnalyzed: number;
  /**
   * How many brands were analysed.
   */
  brandsAnalyzed: number;
}
/**
 * One step of the handoff.
 */
export interface AuditEntry {
  /**
   * Names this entry.
   */
  entryId: string;
  /**
   * When it happened.
   */
  timestamp: string;
  /**
   * What happened.
   */
  event: 'handoff_initiated' | 'handoff_approved' | 'handoff_transferred' | 'handoff_completed';
  /**
   * Who did it.
   */
  actor: string;
  /**
   * More about it, for people to read.
   */
  details?: {
    [k: string]: unknown;
  };
}
