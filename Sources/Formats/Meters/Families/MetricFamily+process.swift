// SPDX-License-Identifier: Apache-2.0

/// Source: Prometheus, "Writing client libraries", section "Standard and runtime collectors": the names of all that is
/// called `process_`.
extension MetricFamily {
    /// What runs.
    package static let build = gauge(
        "tilld_build_info", ["version", "environment"], "Always 1; its labels say which tilld this is.")
    /// When it was started.
    package static let processStart = gauge(
        "process_start_time_seconds", [], "When the daemon was started, in Unix time.")
    /// What it computed.
    package static let processTime = counter(
        "process_cpu_seconds_total", [], "Processor time that the daemon used, its own and the kernel's for it.")
    /// What it has in memory.
    package static let processMemory = gauge("process_resident_memory_bytes", [], "Memory that the daemon holds.")
    /// What it has open.
    package static let processDescriptors = gauge("process_open_fds", [], "Descriptors that the daemon has open.")
    /// What it may have open.
    package static let processDescriptorsMax = gauge(
        "process_max_fds", [], "Descriptors that the daemon may have open.")

    /// What is told of the process.
    static let process: [MetricFamily] = [
        build, processStart, processTime, processMemory, processDescriptors, processDescriptorsMax,
    ]
}
