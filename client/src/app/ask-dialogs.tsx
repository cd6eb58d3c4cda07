import { useStore } from "zustand";
import { CoverDialog } from "../screens/cover/cover-dialog.tsx";
import { AnnounceDialog } from "../screens/shift/announce-dialog.tsx";
import { CheckInDialog } from "../screens/shift/check-in-dialog.tsx";
import { EndShiftDialog } from "../screens/shift/end-shift-dialog.tsx";
import { StepAwayDialog } from "../screens/shift/step-away-dialog.tsx";
import { VolunteerDialog } from "../screens/shift/volunteer-dialog.tsx";
import { WriteBriefingDialog } from "../screens/shift/write-briefing-dialog.tsx";
import { answered, askStore } from "./ask.ts";
import { AskAssign } from "./ask-assign.tsx";
import { AskDeal } from "./ask-deal.tsx";
import { AskDismiss } from "./ask-dismiss.tsx";
import { AskPassOn } from "./ask-pass-on.tsx";
import { AskSnooze } from "./ask-snooze.tsx";
import { AskTag } from "./ask-tag.tsx";
import { AskTiedUp } from "./ask-tied-up.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { LookAs } from "./look-as.tsx";
import { OwnDeskDialog } from "./own-desk-dialog.tsx";
import { Palette } from "./palette.tsx";

/** The question that stands over the screen, if one does. */
export function AskDialogs() {
  const question = useStore(askStore, (state) => state.question);
  if (question === null) return null;
  switch (question.kind) {
    case "assign":
      return <AskAssign items={question.items} onDone={answered} />;
    case "deal":
      return <AskDeal items={question.items} onDone={answered} />;
    case "tag":
      return <AskTag items={question.items} onDone={answered} />;
    case "snooze":
      return <AskSnooze items={question.items} onDone={answered} />;
    case "dismiss":
      return <AskDismiss items={question.items} onDone={answered} />;
    case "pass-on":
      return <AskPassOn items={question.items} onDone={answered} />;
    case "tied-up":
      return <AskTiedUp onDone={answered} />;
    case "step-away":
      return <StepAwayDialog shift={question.shift} onDone={answered} />;
    case "end-shift":
      return <EndShiftDialog onDone={answered} />;
    case "check-in":
      return <CheckInDialog onDone={answered} />;
    case "write-briefing":
      return <WriteBriefingDialog onDone={answered} />;
    case "announce":
      return <AnnounceDialog onDone={answered} />;
    case "volunteer":
      return <VolunteerDialog onDone={answered} />;
    case "cover":
      return <CoverDialog onDone={answered} />;
    case "palette":
      return <Palette items={question.items} onDone={answered} />;
    case "look-as":
      return <LookAs onDone={answered} />;
    case "own-desk":
      return <OwnDeskDialog onDone={answered} />;
    case "help":
      return <HelpDialog onDone={answered} />;
  }
}
