// ONNX Runtime from 1.29 on reports to Microsoft what it runs (microsoft/onnxruntime#27379), unless this is set before it
// is loaded, and in the main thread: others only have a copy of the environment. Nothing may leave the machine.
process.env.ORT_DISABLE_TELEMETRY = '1';
