import { personOf, type ReviewAnswer } from "@flowdesk/shared/protocol/review.ts";
import { useTranslation } from "react-i18next";
import { ForeignName } from "../../components/foreign-text.tsx";
import type { OpenFigure } from "./address.ts";
import { FigureTable } from "./headline.tsx";
import { useNameOf } from "./use-people.ts";

/** The figures of each person. */
export function PeopleTable({
  people,
  figure,
  onOpen,
}: {
  readonly people: NonNullable<ReviewAnswer["people"]>;
  readonly figure: OpenFigure | null;
  readonly onOpen: (figure: OpenFigure) => void;
}) {
  const { t } = useTranslation("review");
  const nameOf = useNameOf();
  return (
    <FigureTable
      label={t("people")}
      head={t("name")}
      figure={figure}
      onOpen={onOpen}
      rows={people.map(({ person, figures }) => ({
        id: person,
        name: <ForeignName>{nameOf(person)}</ForeignName>,
        hint: personOf(person).kind === "outside" ? t("outside") : "",
        figures,
        what: { of: person },
      }))}
    />
  );
}
