// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
]

let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let lifecycle: Target.Dependency = .product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

/// A target on a floor of the house: folder name, target name and import name are one.
func room(
    _ floor: String, _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Sources/\(floor)/\(name)", exclude: exclude,
        swiftSettings: house)
}

/// A program.
func program(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies, path: "Sources/Programs/\(name)",
        exclude: exclude, swiftSettings: house)
}

/// The module of a system library whose macros need C of our own.
func binding(_ name: String, links library: String) -> Target {
    .target(
        name: name, path: "Sources/Bindings/\(name)", linkerSettings: [.linkedLibrary(library)])
}

/// The module of a system library as it is.
func system(_ name: String, package: String, pkgConfig: String? = nil) -> Target {
    .systemLibrary(
        name: name, path: "Sources/Bindings/\(name)", pkgConfig: pkgConfig,
        providers: [.apt([package])])
}

/// The tests of a target.
func tests(
    _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: house)
}

let package = Package(
    name: "tilld",
    products: [.library(name: "FaultShim", type: .dynamic, targets: ["CFaultShim"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-structured-headers", exact: "1.7.0"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // Bindings
        binding("COpenSSL", links: "crypto"),
        binding("CCurl", links: "curl"),
        binding("CStore", links: "sqlite3"),
        binding("CSimulatedDisk", links: "sqlite3"),
        .target(name: "CAffinity", path: "Sources/Bindings/CAffinity"),
        .target(name: "CLinuxDevice", path: "Sources/Bindings/CLinuxDevice"),
        system("CQREncode", package: "libqrencode-dev"),
        system("CFreeType", package: "libfreetype-dev", pkgConfig: "freetype2"),
        system("CZlib", package: "zlib1g-dev"),
        system("CMalloc", package: "libc6-dev"),
        .target(
            name: "CZXing", path: "Sources/Bindings/CZXing",
            cxxSettings: [.define("ZX_USE_UTF8")], linkerSettings: [.linkedLibrary("ZXing")]),

        // Core
        room("Core", "TillCore"),

        // Formats
        room(
            "Formats", "Signing",
            [
                "COpenSSL", httpTypes,
                .product(name: "StructuredFieldValues", package: "swift-http-structured-headers"),
                .product(name: "RawStructuredFieldValues", package: "swift-http-structured-headers"),
            ]),
        room("Formats", "TillAPI"),
        room("Formats", "Meters"),
        room("Formats", "JournalChain", ["Signing"]),
        room("Formats", "Evidence", ["JournalChain", "Signing", "TillAPI"]),
        room("Formats", "Narrative", ["TillCore"]),
        room("Formats", "WebhookTrials", ["Signing", "TillAPI", httpTypes]),
        room("Formats", "EscPos", ["Raster"]),
        room("Formats", "DeviceProfiles", [yams]),
        room("Formats", "Wording", ["TillCore"]),
        room("Formats", "Receipts", ["TillCore", "EscPos", "DeviceProfiles", "Raster", "Wording"]),
        room("Formats", "Scenes", ["Raster", "TillCore", "Wording"]),
        room("Formats", "Raster", ["CQREncode", "CFreeType", "CZlib"]),
        room("Formats", "SelfScan", ["CZXing", "Raster"]),

        // Providers
        room("Providers", "ProviderKit", ["TillCore", httpTypes]),

        room("Providers", "OpenPayProvider", ["ProviderKit", "TillCore", "Signing", httpTypes]),
        room("Providers", "ProviderConformance", ["ProviderKit", "TillCore", httpTypes]),

        // Edges
        room("Edges", "DeviceDrivers", ["EscPos", "DeviceProfiles", "Raster", "CLinuxDevice"]),
        room("Edges", "HTTPTransport", ["CCurl", httpTypes]),

        // Store
        room("Store", "TillStore", ["CStore", "TillCore", "JournalChain", "Meters", "Signing", grdb]),

        // Services
        room(
            "Services", "PaymentService",
            [
                "TillStore", "TillCore", "Meters", "ProviderKit", "HTTPTransport", httpTypes, lifecycle,
                logging,
            ]),
        room(
            "Services", "PrintService",
            [
                "TillStore", "TillCore", "Meters", "Receipts", "DeviceDrivers", "DeviceProfiles", lifecycle, logging,
            ]),
        room(
            "Services", "DisplayService",
            ["TillStore", "TillCore", "Raster", "Scenes", "SelfScan", "DeviceDrivers", lifecycle, logging]),

        room(
            "Services", "WebhookService",
            [
                "TillStore", "TillCore", "TillAPI", "Signing", "HTTPTransport", httpTypes, lifecycle, logging,
            ]),

        // Surface
        room(
            "Surface", "TillServer",
            [
                "TillStore", "TillCore", "TillAPI", "Evidence", "JournalChain", "Meters", "Narrative", "ProviderKit",
                "Raster", "Signing", httpTypes, hummingbirdCore, lifecycle, logging, nio, nioPosix,
            ], exclude: ["Description/openapi.yaml"]),
        room("Surface", "TillClient", ["TillAPI", "HTTPTransport", httpTypes]),
        room("Surface", "Manners"),

        // Sandbox
        room("Sandbox", "SandboxAcquirer", ["Signing", grdb, httpTypes]),

        // Programs
        program(
            "tilld",
            [
                "TillServer", "PaymentService", "PrintService", "DisplayService", "WebhookService", "DeviceDrivers",
                "DeviceProfiles", "HTTPTransport", "Manners", "OpenPayProvider", "ProviderKit", "Raster",
                "Receipts", "Scenes", "SelfScan", "Wording", "Evidence", "JournalChain", "Meters", "TillAPI",
                "TillCore",
                "TillStore", "CMalloc", argumentParser,
                lifecycle,
                logging,
                yams, .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ], exclude: ["Resources"]),
        program(
            "till",
            [
                "Evidence", "HTTPTransport", "Manners", "Raster", "Scenes", "TillAPI", "TillClient", "WebhookTrials",
                argumentParser,
                httpTypes,
            ]),
        program(
            "till-sandbox",
            [
                "SandboxAcquirer", "HTTPTransport", "Manners", "Signing", argumentParser, httpTypes,
                hummingbird, logging, nio, lifecycle,
            ]),

        // Testing
        room("Testing", "ForeignJudges"),
        .target(name: "CFaultBoard", path: "Sources/Testing/CFaultBoard"),
        .target(
            name: "CFaultShim", dependencies: ["CFaultBoard"], path: "Sources/Testing/CFaultShim"),
        .executableTarget(
            name: "till-crash", dependencies: ["CFaultBoard", "Signing", argumentParser],
            path: "Sources/Testing/TillCrash", swiftSettings: house),
        tests("CrashTests", ["tilld", "till-sandbox", "till-crash"]),
        room("Testing", "ScriptedDaemon"),
        room(
            "Testing", "TillTesting",
            [
                "TillCore", "TillStore", "PaymentService", "ProviderKit", "OpenPayProvider",
                "SandboxAcquirer", "Signing", httpTypes, logging,
            ]),
        room(
            "Testing", "FuzzTargets",
            [
                "DeviceDrivers", "DeviceProfiles", "DisplayService", "EscPos", "OpenPayProvider", "ProviderKit",
                "Raster", "Receipts", "Signing", "TillAPI", "TillCore", "TillServer", "TillStore", "WebhookService",
                httpTypes, yams,
            ]),
        tests("FuzzTests", ["FuzzTargets"], resources: [.copy("Fixtures")]),
        tests("DeviceProfilesTests", ["DeviceProfiles", "ForeignJudges"]),
        tests(
            "DeviceDriversTests",
            ["DeviceDrivers", "EscPos", "DeviceProfiles", "Raster", "CLinuxDevice", "ForeignJudges"]),
        tests(
            "DisplayServiceTests",
            [
                "DisplayService", "DeviceDrivers", "Raster", "Scenes", "SelfScan", "ForeignJudges", "TillCore",
                "TillStore",
                "TillTesting", lifecycle, logging,
            ]),
        tests("EscPosTests", ["EscPos", "Raster", "ForeignJudges"]),
        tests("HouseRulesTests", []),
        tests("MannersTests", ["Manners"]),
        tests("ManualTests", ["tilld", "till", "till-sandbox", "ForeignJudges"]),
        tests("HTTPTransportTests", ["HTTPTransport", httpTypes]),
        tests(
            "OpenPayProviderTests",
            [
                "OpenPayProvider", "ProviderConformance", "ProviderKit", "TillCore", "Signing",
                httpTypes,
            ], resources: [.copy("Fixtures")]),
        tests(
            "OpenPaySandboxTests",
            [
                "OpenPayProvider", "ProviderKit", "SandboxAcquirer", "Signing", "TillCore",
                "ForeignJudges", httpTypes,
            ], resources: [.copy("Fixtures")]),
        tests("RasterTests", ["Raster", "CZlib", "ForeignJudges"]),
        tests("ScenesTests", ["Scenes", "Raster", "TillCore", "Wording", "ForeignJudges"]),
        tests("SelfScanTests", ["SelfScan", "CZXing", "Raster", "ForeignJudges"]),
        tests(
            "ReceiptsTests",
            ["Receipts", "TillCore", "EscPos", "DeviceProfiles", "PaperTesting", "Raster", "ForeignJudges"],
            resources: [.copy("Fixtures")]),
        tests("TillCoreTests", ["TillCore"]),
        .executableTarget(
            name: "ledger-victim", dependencies: ["TillCore", "TillStore"],
            path: "Sources/Testing/LedgerVictim", swiftSettings: house),
        tests("EvidenceTests", ["Evidence", "JournalChain", "Signing", "TillAPI"]),
        tests("NarrativeTests", ["Narrative", "TillCore"]),
        tests("TillStoreTests", ["JournalChain", "Meters", "TillCore", "TillStore", "ledger-victim", grdb]),
        tests("SandboxAcquirerTests", ["SandboxAcquirer", "Signing", httpTypes]),
        tests("SigningTests", ["Signing", httpTypes], resources: [.copy("Fixtures")]),
        tests("TillAPITests", ["TillAPI"], resources: [.copy("Fixtures")]),
        tests("MetersTests", ["Meters", "ForeignJudges"]),
        tests("TillClientTests", ["TillClient", "TillAPI", "ScriptedDaemon", "ForeignJudges"]),
        tests(
            "TillSandboxTests",
            ["till-sandbox", "SandboxAcquirer", "HTTPTransport", "Signing", httpTypes]),
        tests(
            "TillServerTests",
            [
                "TillServer", "TillStore", "TillCore", "TillAPI", "Evidence", "JournalChain", "Meters", "ProviderKit",
                "OpenPayProvider", "Signing", "TillTesting", "ForeignJudges", hummingbirdCore, lifecycle, logging, nio,
                nioPosix, httpTypes, yams,
            ], resources: [.copy("Fixtures")]),
        tests(
            "TilldTests",
            [
                "tilld", "TillServer", "WebhookService", "PaymentService", "ProviderKit", "DeviceDrivers",
                "DeviceProfiles",
                "DisplayService", "JournalChain", "Meters", "Raster", "Receipts", "Scenes", "TillCore",
                "TillStore", "TillTesting",
                "ForeignJudges", httpTypes, lifecycle, logging,
            ]),
        tests(
            "WebhookServiceTests",
            [
                "WebhookService", "TillServer", "TillStore", "TillCore", "TillAPI", "Signing", "HTTPTransport",
                "TillTesting", "ForeignJudges", httpTypes, logging,
            ], resources: [.copy("Fixtures")]),
        tests(
            "WebhookTrialsTests", ["WebhookTrials", "Signing", "ForeignJudges", httpTypes],
            resources: [.copy("Fixtures")]),
        tests(
            "TranscriptTests", ["tilld", "till", "till-sandbox"],
            resources: [.copy("Transcripts")]),
        tests(
            "tillTests", ["till", "Evidence", "JournalChain", "Signing", "TillAPI", "ScriptedDaemon", "ForeignJudges"]),
        tests(
            "PaymentServiceTests",
            [
                "PaymentService", "Meters", "ProviderKit", "TillCore", "TillStore", "TillTesting", "ForeignJudges",
                httpTypes,
                logging,
            ]),
        tests(
            "PrintServiceTests",
            [
                "PrintService", "DeviceDrivers", "DeviceProfiles", "Meters", "Raster", "Receipts", "TillCore",
                "TillStore", "TillTesting", "PaperTesting", "ForeignJudges", logging,
            ]),
        room(
            "Testing", "TillSimulation",
            [
                "CSimulatedDisk", "DeviceDrivers", "DeviceProfiles", "EscPos", "PaymentService",
                "PrintService", "ProviderKit", "Raster", "Receipts", "SandboxAcquirer", "TillCore",
                "TillStore", "TillTesting", httpTypes, logging,
            ]),
        room(
            "Testing", "PaperTesting", ["CLinuxDevice", "DeviceDrivers", "DeviceProfiles", "EscPos", "Raster"]),
        .executableTarget(
            name: "till-paper", dependencies: ["PaperTesting", argumentParser],
            path: "Sources/Testing/TillPaper", swiftSettings: house),
        tests(
            "PaperTests",
            ["PaperTesting", "DeviceDrivers", "DeviceProfiles", "EscPos", "Raster", "ForeignJudges"]),
        .executableTarget(
            name: "till-bench",
            dependencies: [
                "CFaultBoard", "CQREncode", "CStore", "DeviceDrivers", "DeviceProfiles", "EscPos",
                "JournalChain", "Raster", "Receipts", "Scenes", "Signing", "TillCore", "TillStore", argumentParser,
            ], path: "Sources/Testing/TillBench", swiftSettings: house),
        tests("TillBenchTests", ["till-bench", "ForeignJudges", "TillCore", "TillStore"]),
        .executableTarget(
            name: "till-simulate", dependencies: ["TillSimulation", "CAffinity", argumentParser],
            path: "Sources/Testing/TillSimulate", swiftSettings: house),
        tests(
            "SimulationTests",
            [
                "till-simulate", "TillSimulation", "TillTesting", "TillCore", "TillStore",
                "PaymentService", "ProviderKit", "SandboxAcquirer", grdb, logging,
            ]),
    ],
    cxxLanguageStandard: .cxx17
)
