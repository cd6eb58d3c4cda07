import type { NeedPreview, NeedPreviewAnswer } from "@flowdesk/shared/protocol/need-preview.ts";
import { request } from "./http.ts";

/** What rules for needs would have made of what came in lately. */
export function previewNeeds(desk: string, rules: NeedPreview): Promise<NeedPreviewAnswer> {
  return request("POST", `/api/desks/${encodeURIComponent(desk)}/needs/preview`, rules);
}
