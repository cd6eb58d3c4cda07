import { startTicking } from "./store/tick-store.ts";
import "./styles/main.css";

startTicking();
