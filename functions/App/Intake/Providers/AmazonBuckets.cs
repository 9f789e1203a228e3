using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake.Providers;

/// <summary>Fetches mails that SES put into a bucket, with an access key that may read there.</summary>
/// <param name="open">Makes a client for an access key in a region.</param>
public sealed class AmazonBuckets(Func<AmazonReader, string, IAmazonS3> open)
{
    /// <summary>One that asks Amazon, soon gives up and repeats little; SNS waits 15 seconds for the whole door.</summary>
    public static AmazonBuckets Real { get; } = new((reader, region) => new AmazonS3Client(
        new BasicAWSCredentials(reader.AccessKeyId, reader.SecretAccessKey),
        new AmazonS3Config { RegionEndpoint = RegionEndpoint.GetBySystemName(region), Timeout = TimeSpan.FromSeconds(10), MaxErrorRetry = 1 }));

    /// <summary>The mail; null where it is not there, is too large, or the key may not read it.</summary>
    public async Task<Outcome<byte[]?>> FetchAsync(AmazonReader reader, string region, string bucket, string key, CancellationToken ct)
    {
        using var s3 = open(reader, region);
        try
        {
            using var answer = await s3.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key }, ct);
            if (answer.ContentLength > Accept.LargestMail) return (byte[]?)null;
            using var bytes = new MemoryStream((int)answer.ContentLength);
            await answer.ResponseStream.CopyToAsync(bytes, ct);
            return bytes.ToArray();
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest)
        {
            return (byte[]?)null;
        }
        catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return ProviderProblems.AmazonSilent;
        }
    }
}
