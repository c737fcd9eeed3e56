// SPDX-License-Identifier: Apache-2.0

/// What each target may import, besides the standard library, Glibc, Foundation and
/// Synchronization where the row allows them, and why the rest is forbidden.
struct ImportRow: Sendable {
    let target: String
    let floor: String
    let mayImport: Set<String>
    /// What would go wrong otherwise.
    let because: String
}

/// The walls of the house.
enum ImportTable {
    /// The floors, from the ground up; arrows run downwards only.
    static let floors = [
        "Bindings", "Core", "Formats", "Providers", "Edges", "Store", "Sandbox", "Services",
        "Surface", "Programs",
    ]

    private static let system: Set<String> = [
        "Glibc", "Foundation", "FoundationEssentials", "Synchronization", "Dispatch",
    ]

    static let rows: [ImportRow] = [
        row("TillCore", "Core", [], system: false, "it could wait, look at the clock, or log"),
        row(
            "Signing", "Formats",
            ["COpenSSL", "StructuredFieldValues", "RawStructuredFieldValues", "HTTPTypes"],
            "cryptography that knows sales could not be used for anything else"),
        row("TillAPI", "Formats", [], "a change of the domain would change the wire unnoticed"),
        row("Meters", "Formats", [], "what is counted would know what it is counted for, and could write to a disk"),
        row("JournalChain", "Formats", ["Signing"], "a judge would need a ledger to know what a hash covers"),
        row(
            "Evidence", "Formats", ["JournalChain", "Signing", "TillAPI"],
            "a file for a dispute could not be checked without a daemon"),
        row("Narrative", "Formats", ["TillCore"], system: false, "the same rows would not give the same story"),
        row(
            "WebhookTrials", "Formats", ["Signing", "TillAPI", "HTTPTypes"],
            "what a receiver is tried with would depend on a daemon or a network"),
        row(
            "Raster", "Formats", ["CQREncode", "CFreeType", "CZlib"],
            "a picture would know what it is of"),
        row("SelfScan", "Formats", ["CZXing", "Raster"], "what reads a code back would share code with what drew it"),
        row("EscPos", "Formats", ["Raster"], "the language would know what is printed"),
        row("DeviceProfiles", "Formats", ["Yams"], "reading a profile would open a device"),
        row("Wording", "Formats", ["TillCore"], system: false, "words would know where they are shown"),
        row(
            "Receipts", "Formats", ["TillCore", "EscPos", "DeviceProfiles", "Raster", "Wording"],
            "content would be sent instead of made"),
        row(
            "Scenes", "Formats", ["TillCore", "Raster", "Wording"], system: false,
            "a picture would need a display or a ledger"),
        row("ProviderKit", "Providers", ["TillCore", "HTTPTypes"], "the contract would have a network or a clock"),
        row(
            "OpenPayProvider", "Providers", ["ProviderKit", "TillCore", "Signing", "HTTPTypes"],
            "a provider would sleep, retry and log one day"),
        row(
            "ProviderConformance", "Providers", ["ProviderKit", "TillCore", "HTTPTypes", "Testing"],
            "the kit would know a provider"),
        row(
            "HTTPTransport", "Edges", ["CCurl", "HTTPTypes"],
            "whoever moves bytes would know what they are for"),
        row(
            "DeviceDrivers", "Edges", ["EscPos", "DeviceProfiles", "Raster", "CLinuxDevice"],
            "a driver would know what a sale is"),
        row(
            "TillStore", "Store", ["CStore", "TillCore", "JournalChain", "Meters", "Signing", "GRDB"],
            "the ledger would make decisions instead of saving them"),
        row(
            "SandboxAcquirer", "Sandbox", ["Signing", "GRDB", "HTTPTypes"],
            "two readings of one specification would share code"),
        row(
            "PaymentService", "Services",
            [
                "TillStore", "TillCore", "Meters", "ProviderKit", "HTTPTransport", "HTTPTypes",
                "ServiceLifecycle", "Logging",
            ], "the service would know one acquirer, a device or another service"),
        row(
            "PrintService", "Services",
            [
                "TillStore", "TillCore", "Meters", "Receipts", "DeviceDrivers", "DeviceProfiles", "ServiceLifecycle",
                "Logging",
            ],
            "printing would know acquirers or another service"),
        row(
            "DisplayService", "Services",
            [
                "TillStore", "TillCore", "Raster", "Scenes", "SelfScan", "DeviceDrivers", "ServiceLifecycle",
                "Logging",
            ],
            "the screen would know acquirers or another service"),
        row(
            "WebhookService", "Services",
            [
                "TillStore", "TillCore", "TillAPI", "Signing", "HTTPTransport", "HTTPTypes", "ServiceLifecycle",
                "Logging",
            ], "telling the shop's systems would know acquirers, devices or another service"),
        row(
            "TillServer", "Surface",
            [
                "TillStore", "TillCore", "TillAPI", "Evidence", "JournalChain", "Meters", "Narrative", "ProviderKit",
                "Raster", "Signing", "HTTPTypes", "HummingbirdCore", "ServiceLifecycle", "Logging", "NIOCore",
                "NIOPosix",
            ], "the API would reach around the ledger"),
        row(
            "TillClient", "Surface", ["TillAPI", "HTTPTransport", "HTTPTypes"],
            "a client would be more than a client"),
        row("Manners", "Surface", [], "programs would greet people in ways of their own"),
        row(
            "till", "Programs",
            [
                "Evidence", "HTTPTransport", "HTTPTypes", "Manners", "Raster", "Scenes", "TillAPI", "TillClient",
                "WebhookTrials",
                "ArgumentParser",
            ],
            "it is a client like any other"),
        row(
            "till-sandbox", "Programs",
            [
                "SandboxAcquirer", "HTTPTransport", "Manners", "Signing", "HTTPTypes", "Hummingbird",
                "ArgumentParser", "Logging", "NIOCore", "ServiceLifecycle",
            ], "the acquirer's side would know ours"),
        row(
            "tilld", "Programs",
            [
                "TillServer", "PaymentService", "PrintService", "DisplayService", "WebhookService", "DeviceDrivers",
                "DeviceProfiles", "HTTPTransport", "Manners", "OpenPayProvider", "ProviderKit", "Raster",
                "Receipts", "Scenes", "SelfScan", "Wording", "Evidence", "JournalChain", "Meters", "TillAPI",
                "TillCore",
                "TillStore", "ArgumentParser",
                "ServiceLifecycle", "Logging", "Yams", "UnixSignals",
                // What Glibc leaves out of the C library.
                "CMalloc",
            ], "it is wiring: it may know all but clients and the sandbox"),
    ]

    private static func row(
        _ target: String, _ floor: String, _ mayImport: Set<String>, system allowed: Bool = true,
        _ because: String
    ) -> ImportRow {
        ImportRow(
            target: target, floor: floor, mayImport: allowed ? mayImport.union(system) : mayImport,
            because: because)
    }
}
