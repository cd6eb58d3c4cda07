let audio: AudioContext | null = null;

/** Length of one of the two tones, in seconds. */
const tone = 0.12;

/**
 * Two short tones and, where the device can, a buzz: beside a loudspeaker only that is felt. Browsers keep silent until
 * somebody has touched the page; that is no error.
 */
export function ring(withSound: boolean): void {
  navigator.vibrate?.([180, 90, 180]);
  if (!withSound) return;
  try {
    audio ??= new AudioContext();
    void audio.resume();
    for (const [index, pitch] of [784, 1047].entries()) {
      const from = audio.currentTime + index * (tone + 0.06);
      const oscillator = new OscillatorNode(audio, { frequency: pitch, type: "sine" });
      const volume = new GainNode(audio, { gain: 0 });
      volume.gain.linearRampToValueAtTime(0.25, from + 0.01);
      volume.gain.linearRampToValueAtTime(0, from + tone);
      oscillator.connect(volume).connect(audio.destination);
      oscillator.start(from);
      oscillator.stop(from + tone);
    }
  } catch {
    // A machine without a loudspeaker still shows the alarm.
  }
}
