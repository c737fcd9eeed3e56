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

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let lifecycle: Target.Dependency = .product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")

/// A target on a floor of the house: folder name, target name and import name are one.
func room(_ floor: String, _ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Sources/\(floor)/\(name)",
        swiftSettings: house)
}

/// The module of a system library.
func binding(_ name: String, links library: String) -> Target {
    .target(
        name: name, path: "Sources/Bindings/\(name)", linkerSettings: [.linkedLibrary(library)])
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
    dependencies: [
        .package(url: "https://github.com/apple/swift-http-structured-headers", exact: "1.7.0"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        binding("COpenSSL", links: "crypto"),
        room("Core", "TillCore"),
        room(
            "Formats", "Signing",
            [
                "COpenSSL", httpTypes,
                .product(name: "StructuredFieldValues", package: "swift-http-structured-headers"),
                .product(
                    name: "RawStructuredFieldValues", package: "swift-http-structured-headers"),
            ]),
        room("Providers", "ProviderKit", ["TillCore", httpTypes]),
        room("Store", "TillStore", ["TillCore", "Signing", grdb]),
        room(
            "Services", "PaymentService",
            ["TillStore", "TillCore", "ProviderKit", httpTypes, lifecycle, logging]),
        room(
            "Testing", "TillTesting",
            ["TillCore", "TillStore", "PaymentService", "ProviderKit", httpTypes, logging]),
        tests("SimulationTests", ["TillTesting", "TillCore", "TillStore"]),
    ]
)
