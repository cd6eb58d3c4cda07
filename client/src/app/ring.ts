import type { AlarmKind } from "../store/alarm.ts";
import { viewStore } from "../store/view-store.ts";

let audio: AudioContext | null = null;

/** Length of one tone and of the pause behind it, in seconds. */
const tone = 0.12;
const pause = 0.06;

/** The tones of each kind of alarm, in hertz: the more pressing, the higher and the more of them. */
const tones: Readonly<Partial<Record<AlarmKind, readonly number[]>>> = {
  urgent: [784, 1047, 784, 1047],
  missed: [659, 523],
  late: [523, 659],
};
const usual: readonly number[] = [784, 1047];

/**
 * Lets an alarm be heard and felt as this screen has it: beside a loudspeaker only a buzz is felt. What of it is silent
 * here is not heard. Browsers keep silent until somebody has touched the page; that is no error.
 * @param kinds what it is about, the most pressing first
 */
export function ring(kinds: readonly AlarmKind[]): void {
  const { sound, silentAlarms, volume, vibration } = viewStore.getState();
  if (vibration) navigator.vibrate?.([180, 90, 180]);
  const heard = kinds.find((kind) => !silentAlarms.includes(kind));
  if (sound && heard !== undefined) play(heard, volume);
}

/** Plays the tones of a kind of alarm. @param volume 0 to 1 */
export function play(kind: AlarmKind, volume: number): void {
  try {
    audio ??= new AudioContext();
    void audio.resume();
    for (const [index, pitch] of (tones[kind] ?? usual).entries()) {
      const from = audio.currentTime + index * (tone + pause);
      const oscillator = new OscillatorNode(audio, { frequency: pitch, type: "sine" });
      const gain = new GainNode(audio, { gain: 0 });
      gain.gain.linearRampToValueAtTime(volume / 2, from + 0.01);
      gain.gain.linearRampToValueAtTime(0, from + tone);
      oscillator.connect(gain).connect(audio.destination);
      oscillator.start(from);
      oscillator.stop(from + tone);
    }
  } catch {
    // A machine without a loudspeaker still shows the alarm.
  }
}
