import type { CampaignRow } from '../campaign-table.ts';
import type { HubSettings, SendWindow } from '../hub-settings.ts';
import { isZone } from '../schedule/zone.ts';
import type { SlotRules } from '../schedule/next-slot.ts';

/** What of the settings a campaign keeps from the day of its creation on. */
export interface CampaignPolicy {
  readonly holidays: readonly string[];
  readonly replyScope: 'contact' | 'company';
  readonly tracking: boolean;
}

/** Every minute of every day: for a campaign that an operator let go out at any time. */
const ANY_TIME: SendWindow = { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' };

export function windowFor(settings: HubSettings, anyTime: boolean): SendWindow {
  return anyTime ? ANY_TIME : settings.window;
}

export function policyFor(settings: HubSettings, anyTime: boolean): CampaignPolicy {
  const { holidays, replyScope, tracking } = settings;
  return { holidays: anyTime ? [] : holidays, replyScope, tracking };
}

export function readPolicy(campaign: Pick<CampaignRow, 'policy_json'>): CampaignPolicy {
  return JSON.parse(campaign.policy_json) as CampaignPolicy;
}

export function readWindow(campaign: Pick<CampaignRow, 'window_json'>): SendWindow {
  return JSON.parse(campaign.window_json) as SendWindow;
}

/** When mail of this campaign may reach somebody in `timezone`. */
export function slotRules(
  campaign: Pick<CampaignRow, 'policy_json' | 'window_json' | 'timezone'>,
  timezone: string,
  jitterSeed?: string,
): SlotRules {
  return {
    timezone: isZone(timezone) ? timezone : campaign.timezone,
    window: readWindow(campaign),
    holidays: readPolicy(campaign).holidays,
    ...(jitterSeed !== undefined && { jitterSeed }),
  };
}
